import type { IDataObject } from 'n8n-workflow';
import { type Emulator, startEmulator } from '../support/emulator';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const rows: IDataObject[] = [{ UserId: '1' }, { UserId: '2' }];
const run = async (validateOnly: unknown, given = rows, onError?: 'continueRegularOutput') =>
  await registerUsers(emulator, given, { options: { validateOnly } as never, settings: { onError } });

test.each([
  ...[true, 'true', 'TRUE', 1, '1', 'yes', 't', '1.0', ' Yes\u200b'],
  ...['={{ "true" }}', '={{ true }}', '=true', '={{ 1 }}', '={{ $itemIndex >= 0 }}'],
])('%j sends nothing', async (validateOnly) => {
  const { success, error } = await run(validateOnly);
  expect(error).toBeUndefined();
  expect(success.map(({ json }) => (json.outcome as IDataObject).code)).toEqual(['Validated', 'Validated']);
  expect(emulator.arrivals).toEqual([]);
});

test.each([
  undefined,
  false,
  'false',
  0,
  '0',
  'no',
  'f',
  '0.0',
  '={{ "no" }}',
  '={{ false }}',
  '={{ $itemIndex < 0 }}',
])('%j sends', async (validateOnly) => {
  await run(validateOnly);
  expect(emulator.ledger.count()).toBe(2);
});

test.each<[kind: string, validateOnly: unknown, given: IDataObject[], message: RegExp]>([
  ['a word that is none', 'maybe', rows, /"maybe" is neither true nor false/],
  ['empty text', '', rows, /it yields nothing/],
  ['an expression that yields nothing', '={{ $vars.dry }}', rows, /it yields nothing/],
  ['an expression that fails', '={{ $("Nowhere").first().json.dry }}', rows, /node doesn't exist/],
  ['a field that is not there', '={{ $json.query.dry }}', rows, /it yields nothing/],
  [
    'a field that differs between items',
    '={{ $json.dry }}',
    [
      { UserId: '1', dry: false },
      { UserId: '2', dry: true },
    ],
    /for item 1: it is true here and false for item 0/,
  ],
  [
    'an expression that differs between items',
    '={{ $json.dry === "yes" }}',
    [
      { UserId: '1', dry: 'yes' },
      { UserId: '2', dry: 'no' },
    ],
    /for item 1: it is false here and true for item 0/,
  ],
  [
    'a field that one item does not have',
    '={{ $json.dry }}',
    [{ UserId: '1', dry: true }, { UserId: '2' }],
    /for item 1: it yields nothing/,
  ],
])('%s stops the node, and nothing is sent', async (_kind, validateOnly, given, message) => {
  const { error } = await run(validateOnly, given);
  expect(error?.message).toMatch(message);
  expect(emulator.arrivals).toEqual([]);
  const { failed } = await run(validateOnly, given, 'continueRegularOutput');
  expect(failed.map(({ json }) => (json.outcome as IDataObject).kind)).toEqual(['notSent', 'notSent']);
  expect(emulator.arrivals).toEqual([]);
});

test('another option is read for the first item', async () => {
  const given = [
    { UserId: '1', size: 1 },
    { UserId: '2', size: 20 },
  ];
  await registerUsers(emulator, given, { options: { batchSize: '={{ $json.size }}' } });
  expect(emulator.arrivals.map(({ userIds }) => userIds.length)).toEqual([1, 1]);
});
