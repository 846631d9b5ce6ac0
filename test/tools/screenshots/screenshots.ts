/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the pictures are taken outside n8n */
import type { Page } from 'playwright-core';
import { sampleAppId } from '../../support/emulator';
import {
  addCredential,
  exampleTables,
  exampleWorkflow,
  examplesFolder,
  interruptAll,
  knownUserId,
  withCredential,
  type Server,
  type Workflow,
} from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';
import { Canvas } from '../../support/browser/Canvas';
import { createCredential } from '../../support/browser/createCredential';
import { hideDistractions, takePicture } from '../../support/browser/picture';
import { Stage, type Look } from '../../support/browser/Stage';
import { takeExamples, type Props } from '../../support/browser/takeExamples';
import { openWide, takeOperations } from '../../support/browser/takeOperations';
import { rowsAndNode } from '../../support/browser/workflows';
import { onServer } from './onServer';

const maria = '7340761722590941001';

/** Takes the pictures of docs/images anew: the examples and the node, in a light and in a dark editor. */
async function takeScreenshots(): Promise<void> {
  await onServer([examplesFolder], async (server, folder) => {
    const tables = await exampleTables(server.rest);
    const openAi = { name: 'OpenAI account', type: 'openAiApi', data: { apiKey: 'none' } };
    const props = { tables, model: await addCredential(server.rest, openAi) };
    for (const colorScheme of ['light', 'dark'] as const) {
      await withProgress(
        `Taking the ${colorScheme} pictures`,
        takePictures(server, { colorScheme }, folder, props),
      );
    }
  });
}

async function takePictures(
  { url, rest }: Server,
  look: Look,
  outputFolder: string,
  props: Omit<Props, 'account'>,
): Promise<void> {
  const stage = await Stage.set(url, rest);
  try {
    stage.emulator.ledger.seed(sampleAppId, [knownUserId]);
    const account = {
      ...(await createCredential(stage, 'Volcengine RTC account')),
      type: 'volcengineRtcApi',
    };
    const example = exampleWorkflow({ inputFolder: examplesFolder, outputFolder });
    await takeCanvas(await stage.open(withCredential(example, account), look), look);
    await takePanel(await stage.open(fewUsers(account), look), look);
    await takeOperations(stage, look, {
      users: fewUsers(account),
      first: maria,
      message: oneMessage(account),
    });
    await takeExamples(stage, look, { ...props, account });
  } finally {
    await stage.clear();
  }
}

async function takeCanvas(page: Page, look: Look): Promise<void> {
  await hideDistractions(page);
  const canvas = new Canvas(page);
  await canvas.execute('Write failed.csv');
  await canvas.counts(7);
  await takePicture(page, 'canvas', look);
}

async function takePanel(page: Page, look: Look): Promise<void> {
  const panel = await openWide(page);
  await panel.map('User ID', 'UserId');
  await panel.map('Nick Name', 'NickName');
  await panel.execute('Success');
  await takePicture(page, 'node', look);
  await panel.branch('Failed');
  await takePicture(page, 'failed', look);
  await page.setViewportSize({ width: 1440, height: 960 });
  const dialog = await panel.editCredential();
  await dialog.success();
  await takePicture(page, 'credential', look);
}

/** So few users and columns that a picture shows them whole. */
function fewUsers(credential: { id: string; name: string }): Workflow {
  const users: Array<[id: string, name: string]> = [
    [maria, 'María Castañeda'],
    ['192158816001', '王伟'],
    ['7320461787521589001', 'Inés Muñoz 🎧'],
    ['7529422206236779001', 'Надія Ткачук'],
    ['EMP-20417', 'Liam Jennings'],
    [knownUserId, 'Sofia Rossi'],
    ['192158816001', '王 伟'],
  ];
  const items = users.map(([id, name]) => ({ json: { 'User ID': id, 'Nick Name': name } }));
  return { ...rowsAndNode(credential), pinData: { Start: items } };
}

function oneMessage(credential: { id: string; name: string }): Workflow {
  const items = [{ json: { Text: 'The spring sale has begun: 20% off until Sunday.' } }];
  return { ...rowsAndNode(credential), pinData: { Start: items } };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interruptAll);
takeScreenshots().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
