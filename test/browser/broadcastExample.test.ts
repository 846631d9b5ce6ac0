import type { Page } from 'playwright-core';
import { Canvas } from '../support/browser/Canvas';
import { createCredential } from '../support/browser/createCredential';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { sampleAppId } from '../support/emulator';
import { exampleWorkflow, withCredential } from '../support/n8n';

describe('the example that asks before it broadcasts, in the editor', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
    stage.emulator.ledger.seed(sampleAppId, ['7340761722590941217', '7402823710984646615']);
  });
  afterAll(async () => await stage?.clear());

  /** The editor may open the form before n8n has stored that it waits; the form shows an error then. */
  async function loaded(form: Page): Promise<Page> {
    for (;;) {
      await form.waitForLoadState();
      if ((await form.locator('select').count()) > 0) return form;
      await form.waitForTimeout(500);
      await form.reload();
    }
  }

  it('opens the form by itself, and sends once it is answered with a yes', async () => {
    const account = { ...(await createCredential(stage)), type: 'volcengineRtcApi' };
    const page = await stage.open(
      withCredential(exampleWorkflow({}, 'broadcast-to-a-segment.json'), account),
    );
    const opened = page.context().waitForEvent('page');
    await page.getByTestId('execute-workflow-button').click();
    const form = await loaded(await opened);
    expect(await form.locator('body').innerText()).toContain('Send this message to 2 users?');
    expect(stage.emulator.ledger.broadcasts).toEqual([]);
    await form.locator('select').selectOption('Yes, send it');
    await form.getByRole('button', { name: 'Submit' }).click();
    await new Canvas(page).node('Sent').getByTestId('canvas-node-status-success').waitFor();
    expect(stage.emulator.ledger.broadcasts).toHaveLength(1);
  });
});
