/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the pictures are taken outside n8n */
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import {
  exampleFiles,
  exampleWorkflow,
  withCredential,
  withModel,
  type Credential,
  type DataTable,
} from '../n8n';
import { hideDistractions, takePicture } from './picture';
import type { Look, Stage } from './Stage';

/** What the examples leave to whoever imports them. */
export interface Props {
  account: Omit<Credential, 'data'>;
  model: Omit<Credential, 'data'>;
  /** By the files of the examples. */
  tables: Partial<Record<string, DataTable>>;
}

const marginPx = 24;

/** Takes a picture of each example but the first, with nothing left to set, and by the name of its file. */
export async function takeExamples(
  stage: Stage,
  look: Look,
  { account, model, tables }: Props,
): Promise<void> {
  for (const file of exampleFiles().slice(1)) {
    const example = withCredential(exampleWorkflow({ dataTable: tables[file] }, file), account);
    const hasAgent = example.nodes.some(({ name }) => name === 'AI Agent');
    const page = await stage.open(hasAgent ? withModel(example, model) : example, look);
    await hideDistractions(page);
    await showWhole(page);
    await takePicture(page, basename(file, '.json'), look, { clip: await extentOf(page) });
    await page.close();
  }
}

/** So much room that the workflow is at its full size. */
async function showWhole(page: Page): Promise<void> {
  await page.setViewportSize({ width: 2400, height: 1350 });
  await page.getByTestId('zoom-to-fit').click();
  // The view glides there.
  await page.waitForTimeout(1_000);
}

/** The part of the page that the notes take up, as they lie behind all nodes. */
async function extentOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const notes = await page.getByTestId('sticky').all();
  const boxes = (await Promise.all(notes.map(async (note) => await note.boundingBox()))).filter(
    (box) => box !== null,
  );
  const x = Math.min(...boxes.map((box) => box.x)) - marginPx;
  const y = Math.min(...boxes.map((box) => box.y)) - marginPx;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + marginPx;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + marginPx;
  return { x, y, width: right - x, height: bottom - y };
}
