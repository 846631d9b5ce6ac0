import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { evaluate } from '../support/engine/evaluate';
import { registerUsers } from '../support/engine/registerUsers';
import { startCpuClock } from '../support/time/startCpuClock';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const outcomesOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.outcome as IDataObject);
const mebibyte = 1024 * 1024;

describe('names that every object has', () => {
  const row = () =>
    JSON.parse(
      '{"UserId":"1","__proto__":{"NickName":"evil"},"constructor":"x","toString":"y"}',
    ) as IDataObject;

  test('are fields like any other', async () => {
    const { success } = await registerUsers(emulator, [row()], { columns: 'auto' });
    expect(success).toHaveLength(1);
    expect(emulator.ledger.find(sampleAppId, '1')?.profile).toEqual({});
    expect(Object.keys(success[0]!.json)).toEqual([
      'UserId',
      '__proto__',
      'constructor',
      'toString',
      'outcome',
    ]);
    expect(Object.prototype).not.toHaveProperty('NickName');
  });

  test('reach the service as keys of an extension', async () => {
    const Ext = '{"__proto__":"a","constructor":"b","hasOwnProperty":"c"}';
    const { success } = await registerUsers(emulator, [{ UserId: '1', Ext }]);
    expect(success).toHaveLength(1);
    expect(emulator.arrivals[0]?.body).toContain(`"Ext":${Ext}`);
  });

  test('map no column', async () => {
    const { failed } = await registerUsers(emulator, [{ constructor: '1', ['__proto__']: '2' }], {
      columns: 'auto',
    });
    expect(outcomesOf(failed)[0]).toMatchObject({
      kind: 'validation',
      message: 'UserId is missing: the item has the fields "constructor", "__proto__".',
    });
  });
});

test('half a character is refused where it would be sent, and kept where it would not', async () => {
  const { success, failed } = await registerUsers(emulator, [
    { UserId: '1', NickName: 'A\ud83d' },
    { UserId: '2', Tags: ['ok', '\udc00'] },
    { UserId: '3', Ext: { a: '\ud800' } },
    { UserId: '4\ud800' },
    { UserId: '5', other: '\ud800' },
  ]);
  expect(failed.map(({ json }) => json.UserId)).toEqual(['1', '2', '3', '4\ud800']);
  expect(failed.map(({ json }) => (json.outcome as IDataObject).kind)).toEqual(Array(4).fill('validation'));
  expect(success.map(({ json }) => json.other)).toEqual(['\ud800']);
  expect(JSON.stringify(outcomesOf(failed))).not.toMatch(/\\ud[89a-f]/);
});

test('texts of 10 MB are kept, refused in few words, and hold nobody else up', async () => {
  const huge = 'x'.repeat(10 * mebibyte);
  const rows = ['UserId', 'NickName', 'Portrait', 'Tags', 'Ext', 'IsRobot'].map((column, index) => ({
    UserId: String(index),
    [column]: huge,
  }));
  const { success, failed } = await registerUsers(emulator, [...rows, { UserId: '9', other: huge }], {
    options: { maxAttempts: 1 },
  });
  expect(success.map(({ json }) => json.other === huge && json.UserId)).toEqual(['9']);
  expect(failed).toHaveLength(6);
  for (const { message } of outcomesOf(failed)) expect((message as string).length).toBeLessThan(700);
});

test('values that JSON cannot hold are refused or read, and never stop the run', async () => {
  const cycle: IDataObject = { a: 1 };
  cycle.self = cycle;
  const rows = [
    { UserId: 9_007_199_254_740_993n },
    { UserId: '2', NickName: cycle },
    { UserId: '3', Ext: cycle },
    { UserId: '4', Tags: [cycle] },
    { UserId: '5', NickName: new Date(0) },
    { UserId: '6', Ext: new Date(0) },
    { UserId: new Date(0) },
    { UserId: '8', Ext: { big: 5n } },
    { UserId: Symbol('x') },
    { UserId: () => '9' },
    { UserId: NaN },
    { UserId: [1] },
  ] as unknown as IDataObject[];
  const { success, failed, error } = await registerUsers(emulator, rows, { columns: 'auto' });
  expect(error).toBeUndefined();
  expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 4 }, { item: 7 }]);
  expect(emulator.ledger.userIds(sampleAppId)).toEqual(['9007199254740993', '5', '8']);
  expect(outcomesOf(failed).map(({ kind }) => kind)).toEqual(Array(9).fill('validation'));
});

test('binary data comes out as it went in', async () => {
  const binary = {
    a: { data: 'YQ==', mimeType: 'text/plain' },
    b: { data: 'Yg==', mimeType: 'image/png', fileName: 'b.png' },
  };
  const { success, failed } = await registerUsers(emulator, [
    { json: { UserId: '1' }, binary },
    { json: { UserId: 'x' }, binary },
  ]);
  expect([success[0]?.binary, failed[0]?.binary]).toEqual([binary, binary]);
});

test('100,000 items that are no users end quickly, all on Failed', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => ({ UserId: `user ${index}` }));
  const spentMs = startCpuClock();
  const { success, failed } = await registerUsers(emulator, rows);
  const takenMs = spentMs();
  expect([success.length, failed.length]).toEqual([0, 100_000]);
  expect(failed.every(({ pairedItem }, item) => (pairedItem as { item: number }).item === item)).toBe(true);
  expect(emulator.arrivals).toHaveLength(0);
  // The same order as n8n's evaluator takes for one expression and a tenth of the items.
  const spentByEvaluatorMs = startCpuClock();
  await evaluate('={{ $json.UserId }}', rows.slice(0, 10_000));
  expect(takenMs / spentByEvaluatorMs()).toBeLessThan(5);
});
