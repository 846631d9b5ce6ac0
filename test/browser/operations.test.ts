import type { Page } from 'playwright-core';
import { sampleAppId } from '../support/emulator';
import { savedWith010 } from '../support/n8n';
import { Canvas } from '../support/browser/Canvas';
import { createCredential } from '../support/browser/createCredential';
import type { NodePanel } from '../support/browser/NodePanel';
import { setStage } from '../support/browser/setStage';
import { settled } from '../support/browser/settled';
import type { Stage } from '../support/browser/Stage';
import { rows, rowsAndNode } from '../support/browser/workflows';

const ids = rows.slice(0, 2).map((row) => row['User ID']);
const always = ['resource', 'operation', 'appId'];
const columns = ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext'];

/** What each operation asks for, and its option for users who are as wanted already. */
const asked: Array<[operation: string, fields: string[], alreadySo: string[]]> = [
  ['Register or Update Users', [...columns, 'IsRobot'], []],
  ['Update Users', columns, []],
  ['Unregister Users', ['userId'], ['Missing Users']],
  ['Get Users', ['userId'], []],
  ['Add Tags to Users', ['tags', 'userId'], []],
  ['Remove Tags from Users', ['tags', 'userId'], []],
  ['Get Online Status of Users', ['userId'], []],
  ['Register Users', [...columns, 'IsRobot'], ['Existing Users']],
];

describe('the operations in the editor', () => {
  let stage: Stage;
  let page: Page;
  let canvas: Canvas;
  let panel: NodePanel;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(rowsAndNode(await createCredential(stage)));
    canvas = new Canvas(page);
    panel = await canvas.openNode('Register');
  });
  afterAll(async () => await stage?.clear());

  it.each(asked)('%s shows its own fields and options', async (operation, fields, alreadySo) => {
    await panel.choose('operation', operation);
    const shown = [...always, ...fields];
    expect(await settled(async () => await panel.fields(), shown)).toEqual(shown);
    expect(await panel.chosen('resource')).toBe('User');
    const options = await panel.offeredOptions();
    expect(options.filter((name) => name.endsWith(' Users'))).toEqual(alreadySo);
    expect(options).toEqual([...options].sort());
    expect(options).toHaveLength(7 + alreadySo.length);
  });

  it('gets the users whose ID is dragged onto User ID, of which it warns while it is empty', async () => {
    stage.emulator.ledger.seed(sampleAppId, [ids[0]!], { NickName: 'Ann' });
    await panel.choose('operation', 'Get Users');
    await panel.warnings.waitFor();
    await panel.map('User ID', 'userId');
    expect(await panel.warnings.count()).toBe(0);
    const found = await panel.execute('Success');
    expect(found).toContain('Success Branch (1 item)');
    expect(found).toContain('Failed Branch (2 items)');
    expect(found).toMatch(/1 user found, 2 failed \(1 request, 0 retries/);
    expect(await panel.branch('Failed')).toMatch(/No user with this ID is registered in this app/);
    expect(stage.emulator.arrivals.map(({ action, userIds }) => [action, userIds])).toEqual([
      ['BatchGetUser', ids],
    ]);
    await panel.close();
    expect(await canvas.node('Register').innerText()).toContain('Get Users');
    expect((await stage.saved(page, 'getUsers')).nodes[1]?.parameters).toMatchObject({
      operation: 'getUsers',
      userId: "={{ $json['User ID'] }}",
    });
  });
});

describe('a broadcast in the editor', () => {
  let stage: Stage;
  let panel: NodePanel;

  beforeAll(async () => {
    stage = await setStage();
    const page = await stage.open(rowsAndNode(await createCredential(stage)));
    panel = await new Canvas(page).openNode('Register');
    await panel.choose('resource', 'Broadcast');
  });
  afterAll(async () => await stage?.clear());

  it('asks for tags unless it is for all users, and for the message of its type', async () => {
    const shows = async (...fields: string[]) => {
      const shown = [...always, 'sender', ...fields];
      expect(await settled(async () => await panel.fields(), shown)).toEqual(shown);
    };
    await shows('recipients', 'tags', 'tagMatch', 'messageType', 'text');
    await panel.choose('recipients', 'All Users');
    await shows('recipients', 'messageType', 'text');
    await panel.choose('messageType', 'Custom');
    await shows('recipients', 'messageType', 'content');
    await panel.choose('messageType', 'Other');
    await shows('recipients', 'messageType', 'messageTypeCode', 'content');
  });

  it('offers the options of a message, and none of lists', async () => {
    expect(await panel.offeredOptions()).toEqual([
      'Expires After (Seconds)',
      'Extension (JSON)',
      'Inbox',
      'Max Attempts',
      'Max Broadcasts',
      'Outcome Field',
      'Timeout',
      'Validate Only',
    ]);
  });
});

describe('a workflow saved with 0.1.0', () => {
  const mapped = { UserId: "={{ $json['User ID'] }}", NickName: "={{ $json['Nick Name'] }}" };
  let stage: Stage;
  let page: Page;
  let canvas: Canvas;

  beforeEach(async () => {
    stage = await setStage();
    const workflow = rowsAndNode(await createCredential(stage));
    workflow.nodes[1]!.parameters = savedWith010(sampleAppId, mapped);
    page = await stage.open(workflow);
    canvas = new Canvas(page);
  });
  afterEach(async () => await stage?.clear());

  it('opens as it was, warns of nothing, and registers users', async () => {
    const panel = await canvas.openNode('Register');
    const shown = [...always, ...columns, 'IsRobot', 'batchSize', 'existingUsers'];
    expect(await settled(async () => await panel.fields(), shown)).toEqual(shown);
    expect(await panel.chosen('resource')).toBe('User');
    expect(await panel.chosen('operation')).toBe('Register Users');
    expect(await panel.warnings.count()).toBe(0);
    expect(await panel.execute('Success')).toContain('Success Branch (2 items)');
    expect(stage.emulator.ledger.userIds(sampleAppId)).toEqual(ids);
    await panel.rename('Register my users');
    await panel.close();
    expect(await canvas.issues('Register my users').count()).toBe(0);
    const { nodes } = await stage.saved(page, 'Register my users');
    const saved = nodes.find(({ name }) => name === 'Register my users');
    expect(saved?.parameters).toEqual(savedWith010(sampleAppId, mapped));
  });

  it('has the sign of what is missing once it is set to an operation that asks for more', async () => {
    const panel = await canvas.openNode('Register');
    await panel.choose('operation', 'Add Tags to Users');
    await settled(async () => await panel.warnings.count(), 2);
    expect(await panel.warnings.count()).toBe(2);
    await panel.close();
    await canvas.issues('Register').waitFor();
  });
});
