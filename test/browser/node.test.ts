import type { Page } from 'playwright-core';
import { sampleAppId } from '../support/emulator';
import { Canvas } from '../support/browser/Canvas';
import { createCredential } from '../support/browser/createCredential';
import type { NodePanel } from '../support/browser/NodePanel';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { rows, rowsAndNode } from '../support/browser/workflows';

const ids = rows.slice(0, 2).map((row) => row['User ID']);

describe('the node', () => {
  let stage: Stage;
  let page: Page;
  let canvas: Canvas;
  let panel: NodePanel;

  beforeEach(async () => {
    stage = await setStage();
    page = await stage.open(rowsAndNode(await createCredential(stage)));
    canvas = new Canvas(page);
    panel = await canvas.openNode('Register');
  });

  afterEach(async () => await stage?.clear());

  it('registers the users whose fields are dragged onto the columns', async () => {
    await panel.map('User ID', 'UserId');
    await panel.map('Nick Name', 'NickName');
    const registered = await panel.execute('Success');
    expect(registered).toContain('Success Branch (2 items)');
    expect(registered).toContain('Failed Branch (1 item)');
    expect(registered).toMatch(
      /2 users newly registered, 0 already registered, 1 failed \(1 request, 0 retries/,
    );
    expect(await panel.branch('Failed')).toMatch(/UserId: "EMP-20417" is not an integer/);
    expect(stage.emulator.ledger.find(sampleAppId, ids[1]!)?.profile).toMatchObject({ NickName: 'José 🎧' });
    // This form is the one that the node reads without n8n's evaluator.
    expect((await stage.saved(page, 'Nick Name')).nodes[1]?.parameters).toMatchObject({
      users: { value: { UserId: "={{ $json['User ID'] }}", NickName: "={{ $json['Nick Name'] }}" } },
    });
  });

  it('registers the users of fields that it maps by their names', async () => {
    await panel.mapAutomatically();
    expect(await panel.execute('Success')).toContain('Success Branch (2 items)');
    expect(stage.emulator.ledger.userIds(sampleAppId)).toEqual(ids);
    expect(stage.emulator.ledger.find(sampleAppId, ids[0]!)?.profile).toEqual({ NickName: '王伟' });
  });

  it('shows on the canvas how many items took which branch', async () => {
    await panel.mapAutomatically();
    await panel.close();
    await canvas.execute('Refused');
    expect(await canvas.counts(3)).toEqual(['3 items', '2 items', '1 item']);
  });

  it('does not run without an App ID, and names it', async () => {
    await panel.mapAutomatically();
    await panel.parameter('appId').locator('input').fill('');
    await panel.pressExecute();
    await panel.refuses('App ID');
    expect(stage.emulator.arrivals).toEqual([]);
  });

  it('says what to do when the App ID is no integer', async () => {
    await panel.mapAutomatically();
    await panel.parameter('appId').locator('input').fill('65b0c7');
    await panel.pressExecute();
    await panel.output
      .getByText(/App ID.*65b0c7/)
      .first()
      .waitFor();
    await panel.output
      .getByText(/Enter the integer ID of the IM app/)
      .first()
      .waitFor();
    expect(stage.emulator.arrivals).toEqual([]);
  });

  it('keeps what was set when it is renamed and opened again', async () => {
    await panel.map('User ID', 'UserId');
    await panel.rename('Register my users');
    await panel.close();
    await canvas.node('Register my users').waitFor();
    await stage.saved(page, 'Register my users');
    await page.reload();
    const reopened = await canvas.openNode('Register my users');
    expect(await reopened.parameter('UserId').innerText()).toContain("{{ $json['User ID'] }}");
    expect(await reopened.parameter('appId').locator('input').inputValue()).toBe(String(sampleAppId));
    expect(await reopened.execute('Success')).toContain('Success Branch (2 items)');
  });
});
