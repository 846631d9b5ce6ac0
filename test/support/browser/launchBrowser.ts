import { chromium, selectors, type Browser } from 'playwright-core';
import { ensureChromium } from './ensureChromium';

/** A headless Chromium that finds n8n's elements by their test ids, and calls nobody of its own accord. */
export async function launchBrowser(): Promise<Browser> {
  selectors.setTestIdAttribute('data-test-id');
  return await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      // As root, as in a container, its sandbox does not start.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
