import type { ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';
import { operations } from '../../../nodes/VolcengineRtc/operations';
import { columnsMethod } from '../../../nodes/VolcengineRtc/operations/columnsMethod';
import { fieldsOf } from '../../../nodes/VolcengineRtc/operations/fields';
import { optionsOf } from '../../../nodes/VolcengineRtc/operations/optionFields';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { savedWith010 } from '../../support/n8n/savedWith010';
import { VolcengineRtc } from '../../../nodes/VolcengineRtc/VolcengineRtc.node';
import { VolcengineRtcApi } from '../../../credentials/VolcengineRtcApi.credentials';

const fields = fieldsOf(operations);

test.each(operations)('$name shows what a request has, then its users, then its options', (operation) => {
  const shown = fields
    .filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation.name))
    .map(({ name }) => name);
  expect(shown).toEqual([
    ...new Set(operation.request.flatMap(({ fields }) => fields.map(({ name }) => name))),
    ...(operation.rows === undefined ? [] : [operation.rows.from]),
    'options',
  ]);
});

const optionsNamed = (name: string) =>
  operations.flatMap((operation) =>
    (optionsOf(operation).options as INodeProperties[]).filter((option) => option.name === name),
  );

test.each(['existingUsers', 'missingUsers'])('%s says which output its users go to', (name) => {
  const [option, ...others] = optionsNamed(name);
  expect(others).toEqual([]);
  expect(option).toMatchObject({
    default: 'fail',
    options: [
      { name: 'Send to Failed', value: 'fail' },
      { name: 'Send to Success', value: 'succeed' },
    ],
  });
});

test.each([
  ['maxAttempts', 'How many times to send a request, including the first attempt'],
  ['timeout', 'How long to wait for each response, in milliseconds'],
  ['outcomeField', 'Name of the output field that holds the result'],
  ['maxRequestsPerSecond', 'Lower this if other workers or apps use the same Volcengine account'],
  ['validateOnly', 'Whether to only check the items, without sending anything'],
])('%s is described: %s', (name, description) => {
  expect(new Set(optionsNamed(name).map((option) => option.description))).toEqual(new Set([description]));
});

/** The words for the columns of a node that was saved with such a list of columns. */
async function wordsFor(schema: unknown): Promise<Record<string, string>> {
  const context = {
    getCurrentNodeParameter: (path: string) => (path === 'users.schema' ? schema : undefined),
  } as unknown as ILoadOptionsFunctions;
  const { fields: columns } = await columnsMethod(registerUsers.rows.columns).call(context);
  return Object.fromEntries(columns.map(({ id, displayName }) => [id, displayName]));
}

const words = {
  UserId: 'User ID',
  NickName: 'Nickname',
  Tags: 'Tags (Comma-Separated)',
  Portrait: 'Portrait URL',
  Ext: 'Extension (JSON)',
  IsRobot: 'Is Robot',
};

test.each([
  [undefined],
  [null],
  ['all'],
  [[]],
  [[null, { id: 'Tags' }, { displayName: 'Tags' }, { id: 'Ext', displayName: 'Ext' }]],
])('the columns of tags and of the extension say what form they take: saved with %j', async (schema) => {
  expect(await wordsFor(schema)).toEqual(words);
});

test('a node that was saved with 0.1.0 keeps its words, as the editor takes others for out of date', async () => {
  const saved = savedWith010(7, {}).users as { schema: Array<{ id: string; displayName: string }> };
  const kept = Object.fromEntries(saved.schema.map(({ id, displayName }) => [id, displayName]));
  expect(await wordsFor(saved.schema)).toEqual(kept);
  expect(kept).toEqual({ ...words, Tags: 'Tags', Ext: 'Extension' });
});

test('the outputs have their names with them, as a list of names would stay on the node as a tool', () => {
  const { outputs, outputNames } = new VolcengineRtc().description;
  expect(outputs).toEqual([
    { type: 'main', displayName: 'Success' },
    { type: 'main', displayName: 'Failed' },
  ]);
  expect(outputNames).toBeUndefined();
});

interface Described {
  displayName?: string;
  name: string;
  description?: string;
  options?: unknown;
}

/** Everything with a description: fields, what they offer, and the fields of collections. */
function described(all: readonly Described[]): Described[] {
  return all.flatMap((one) => [one, ...described((one.options as Described[] | undefined) ?? [])]);
}

test('a description of one sentence ends without a full stop, and one of several with one', () => {
  const all = described([...(fields as Described[]), ...(new VolcengineRtcApi().properties as Described[])]);
  const texts = all.flatMap(({ description }) => description ?? []);
  expect(texts.length).toBeGreaterThan(40);
  for (const text of texts) {
    const plain = text.replace(/<[^>]*>/g, '');
    expect(plain).toMatch(/^([A-Z]|[a-z0-9.-]+\.com$)/);
    expect([plain, plain.endsWith('.')]).toEqual([plain, /\. [A-Z]/.test(plain)]);
    expect(plain).not.toContain(';');
  }
});
