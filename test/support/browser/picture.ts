/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the pictures are taken outside n8n */
import { join } from 'node:path';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import type { Look } from './Stage';

/** Where the pictures of the documentation are. */
export const pictures = join(__dirname, '..', '..', '..', 'docs', 'images');

/**
 * What n8n announces in a corner, the empty boxes that its expression fields leave at the edge, and what it adds below
 * the fields of a credential, which would show by half.
 */
const distractions = [
  '.el-notification',
  '.app-grid > * > .ͼ1:empty',
  '[data-test-id="allowedHttpRequestDomains"]',
  '[data-test-id="node-credentials-config-container"] .n8n-info-tip',
];

export async function hideDistractions(page: Page): Promise<void> {
  await page.addStyleTag({ content: `${distractions.join(', ')} { display: none !important }` });
}

/** Takes a picture of a page, or of the part of it that is given. */
export async function takePicture(
  page: Page,
  name: string,
  { colorScheme }: Look,
  part: Pick<PageScreenshotOptions, 'clip'> = {},
): Promise<void> {
  // Off everything that changes its look under the pointer, and past the last animation.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1_000);
  const path = join(pictures, `${name}-${colorScheme}.png`);
  await page.screenshot({ path, animations: 'disabled', ...part });
}
