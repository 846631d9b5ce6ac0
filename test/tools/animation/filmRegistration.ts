import { knownUserId } from '../../support/n8n';
import { Canvas } from '../../support/browser/Canvas';
import { createCredential } from '../../support/browser/createCredential';
import { NodePanel } from '../../support/browser/NodePanel';
import { hideDistractions } from '../../support/browser/picture';
import type { Stage } from '../../support/browser/Stage';
import { sampleAppId } from '../../support/emulator';
import { Film, type Frame } from './Film';
import { Hand } from './Hand';
import { nodeName, rowsOfFile } from './rowsOfFile';

const size = { width: 1080, height: 740 };
const glanceMs = 700;
const lookMs = 1_200;
/** The end, before the film begins anew. */
const restMs = 3_000;

/** Films a run: fields are dragged onto columns, the workflow runs, and the canvas shows how many rows took which branch. */
export async function filmRegistration(stage: Stage): Promise<Frame[]> {
  stage.emulator.ledger.seed(sampleAppId, [knownUserId]);
  const page = await stage.open(rowsOfFile(await createCredential(stage, 'Volcengine RTC account')));
  await hideDistractions(page);
  await page.setViewportSize(size);
  await page.getByTestId('zoom-to-fit').click();
  const film = new Film(page);
  const hand = await Hand.on(page, film, { x: size.width / 2, y: size.height * 0.75 });
  const canvas = new Canvas(page);
  await film.showSettled(lookMs);
  await hand.doubleClick(canvas.node(nodeName));
  const panel = await NodePanel.on(page);
  await film.showSettled(lookMs);
  for (const [field, column] of [
    ['User ID', 'UserId'],
    ['Nick Name', 'NickName'],
  ] as const) {
    await hand.drag(panel.inputField(field), panel.parameter(column));
    await panel.mapped(column);
    await film.showSettled(glanceMs);
  }
  await hand.click(panel.closeButton);
  await panel.closed();
  await film.showSettled(glanceMs);
  await hand.click(canvas.executeButton);
  await canvas.isRunning(nodeName);
  await film.show(lookMs);
  await canvas.counts(4);
  await canvas.hasRun('failed.csv');
  await film.showSettled(restMs);
  return film.frames;
}
