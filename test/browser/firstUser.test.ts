import type { Page } from 'playwright-core';
import { sampleAppId } from '../support/emulator';
import { Canvas } from '../support/browser/Canvas';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { credentialFields } from '../support/browser/workflows';

/** The steps of the README's "Your first user", in a new workflow. */
describe('the first user of the README', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.openNew();
  });
  afterAll(async () => await stage?.clear());

  it('is registered with a constant ID, in five steps', async () => {
    await page.getByTestId('canvas-plus-button').click();
    await page.getByText('Trigger manually').click();
    const canvas = new Canvas(page);
    expect(await canvas.search('volcengine')).toEqual(['Volcengine RTC']);
    const panel = await canvas.add('Volcengine RTC', 'Register users');
    const dialog = await panel.createCredential();
    await dialog.fill(credentialFields(stage.emulator));
    await dialog.saveNew();
    await panel.fill('appId', String(sampleAppId));
    await panel.fill('UserId', '10001');
    const registered = await panel.execute('Success');
    expect(registered).toContain('1 user newly registered');
    expect(stage.emulator.ledger.userIds(sampleAppId)).toEqual(['10001']);
    expect(await panel.execute('Failed')).toContain('This user is already registered');
  });
});
