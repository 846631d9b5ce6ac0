import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { VolcengineRtc } from '../support/engine/built';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const auto = { columns: 'auto' } as const;
const profileOf = (id: string) => emulator.ledger.find(sampleAppId, id)?.profile;

const values: Record<string, unknown> = {
  UserId: '7',
  NickName: 'Ann',
  Tags: ['vip'],
  Portrait: 'https://example.com/a',
  Ext: { level: '7' },
  IsRobot: true,
};
const whole = Object.fromEntries(Object.entries(values).filter(([id]) => id !== 'UserId'));

test('a row whose fields are called as the editor calls the columns is mapped whole', async () => {
  const context = { getCurrentNodeParameter: () => undefined } as unknown as ILoadOptionsFunctions;
  const { fields } = await new VolcengineRtc().methods.resourceMapping.registerUsersColumns!.call(context);
  const row = Object.fromEntries(fields.map(({ id, displayName }) => [displayName, values[id]]));
  await registerUsers(emulator, [row as IDataObject], auto);
  expect(profileOf('7')).toEqual(whole);
});

test.each([
  ['the API', Object.keys(values)],
  ['version 0.1.0', ['User ID', 'Nickname', 'Tags', 'Portrait URL', 'Extension', 'Is Robot']],
  [
    'an editor with hints in parentheses',
    ['User ID', 'Nickname', 'Tags (Comma-Separated)', 'Portrait URL', 'Extension (JSON)', 'Is Robot'],
  ],
  ['a database', ['user_id', 'nick_name', 'tags', 'portrait_url', 'ext', 'is_robot']],
  [
    'a file with marks in its header',
    ['\ufeffUserId', 'Nickname\u200b', '\u200eTags', 'Portrait\u00a0URL', 'Extension ', 'IsRobot\u2060'],
  ],
])('the names of %s are understood', async (_kind, names) => {
  const row = Object.fromEntries(Object.values(values).map((value, at) => [names[at], value]));
  const { hints } = await registerUsers(emulator, [row as IDataObject], auto);
  expect(profileOf('7')).toEqual(whole);
  expect(hints).toEqual([expect.not.stringContaining('not used')]);
});

test('of several fields for a column those that give nothing do not count, and those that differ fail', async () => {
  const { success, failed } = await registerUsers(
    emulator,
    [
      { userid: '11', USER_ID: '12' },
      { UserId: '', user_id: '3', nickname: '', nick_name: 'Ann' },
      { UserId: '4', user_id: 4 },
    ],
    auto,
  );
  expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
  expect(profileOf('3')).toEqual({ NickName: 'Ann' });
  expect(failed[0]?.json.outcome).toMatchObject({
    kind: 'validation',
    message:
      'UserId: the fields "userid" ("11") and "USER_ID" ("12") both fit it and differ: keep one of them.',
  });
});

test('the hint names the fields that no column took', async () => {
  const rows = [
    { UserId: '1', avatar: 'a' },
    { UserId: '2', phone: '1' },
  ];
  const used = await registerUsers(emulator, rows, auto);
  expect(used.hints).toEqual([expect.stringMatching(/ s\)\. Fields not used: avatar, phone\.$/)]);
  const mapped = await registerUsers(emulator, rows);
  expect(mapped.hints).toEqual([expect.not.stringContaining('not used')]);
});

test.each<[kind: string, item: object, message: string]>([
  ['a row without an id', { json: { id: 7, name: 'Ann' } }, 'the item has the fields "id", "name".'],
  [
    'a call of a webhook',
    { json: { headers: {}, params: {}, query: {}, body: { userId: 7 } } },
    'the item has the fields "headers", "params", "query", "body": map the fields manually, as in {{ $json.body.userId }}.',
  ],
  [
    'a file',
    { json: {}, binary: { data: { data: 'YQ==', mimeType: 'text/csv' } } },
    'the item holds a file, "data": put Extract from File in front.',
  ],
  ['an empty row', { json: {} }, 'the row is empty.'],
])('%s says what it has in place of an id', async (_kind, item, message) => {
  const { failed } = await registerUsers(emulator, [item as never], auto);
  expect(failed[0]?.json.outcome).toMatchObject({ message: `UserId is missing: ${message}` });
});
