import type { IDataObject, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { type Emulator, startEmulator } from '../support/emulator';
import { sameNames } from '../support/engine/nodeParameters';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const rtcApp = '5f3c0a1b2c3d4e5f6a7b8c9d';
const mapped = (NickName: string): RegisterUsersSetUp => ({ columns: { ...sameNames, NickName } });

const cases: Array<[kind: string, setUp: RegisterUsersSetUp, message: RegExp]> = [
  ['an App ID that is no integer', { appId: 'my app' }, /^App ID: "my app" is not an integer from 0/],
  [
    'the ID of an RTC app',
    { appId: rtcApp },
    /^App ID: "5f3c0a1b2c3d4e5f6a7b8c9d" is the ID of an RTC app\./,
  ],
  ['an App ID of a blank', { appId: ' ' }, /^'App ID' is missing\./],
  ['an App ID that comes to nothing for all', { appId: '={{ $vars.app }}' }, /^'App ID' is missing\./],
  [
    'a column that names no node',
    mapped('={{ $("Nowhere").first().json.name }}'),
    /^NickName: its expression cannot work for any item: Referenced node doesn't exist \("Nowhere"\)/,
  ],
  [
    'a column that names no node in the old way',
    mapped('={{ $node["Nowhere"].json.name }}'),
    /^NickName: its expression cannot work for any item: Referenced node doesn't exist/,
  ],
  [
    'a column that names a node without a connection',
    mapped('={{ $("Under Test").item.json.name }}'),
    /^NickName: its expression cannot work for any item: .*: no connection leads from that node to this one/,
  ],
  [
    'a column whose expression is none',
    mapped('={{ $json.name + }}'),
    /^NickName: its expression cannot work for any item: invalid syntax/,
  ],
  [
    'an App ID whose expression is none',
    { appId: '={{ $json.app }} {{ $json. }}' },
    /^App ID: its expression cannot work for any item: invalid syntax/,
  ],
  [
    'an App ID that names no node',
    { appId: '={{ $("Nowhere").item.json.app }}' },
    /^App ID: its expression cannot work for any item: Referenced node doesn't exist/,
  ],
];

describe.each(cases)('%s', (_kind, setUp, message) => {
  test('stops the node before anything is sent', async () => {
    const { error, outputs } = await registerUsers(emulator, rowsOf(50), setUp);
    expect(error?.message).toMatch(message);
    expect(error?.description).toMatch(/^(Enter the integer ID|Correct the expression|Take the field along)/);
    expect(error?.name).toBe('NodeOperationError');
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals).toEqual([]);
  });

  test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
    'puts every item on Failed with On Error set to %s, whatever else is wrong with it',
    async (onError) => {
      const rows = [{ UserId: 'x' }, ...rowsOf(3), {}];
      const { error, success, failed } = await registerUsers(emulator, rows, {
        ...setUp,
        settings: { onError },
      });
      expect(error).toBeUndefined();
      expect(success).toEqual([]);
      const outcomes = failed.map(({ json }) => json.outcome as IDataObject);
      expect(outcomes.map(({ code, kind, retryable }) => [code, kind, retryable])).toEqual(
        Array(5).fill(['CannotBegin', 'notSent', true]),
      );
      for (const outcome of outcomes) {
        expect(outcome.message).toMatch(new RegExp(`: ${message.source.slice(1)}`));
        expect(outcome.message).toMatch(
          /\. (Enter the integer ID|Correct the expression|Take the field along)/,
        );
      }
      expect(emulator.arrivals).toEqual([]);
    },
  );
});

test('a node that is missing in a branch that some items do not take fails the others alone', async () => {
  const rows = [{ UserId: '1' }, { UserId: '2', name: 'x' }];
  const { success, failed } = await registerUsers(
    emulator,
    rows,
    mapped('={{ $json.name ?? $("Nowhere").first().json.name }}'),
  );
  expect(success.map(({ json }) => json.UserId)).toEqual(['2']);
  expect(failed[0]?.json.outcome).toMatchObject({
    kind: 'validation',
    message: `NickName: its expression failed: Referenced node doesn't exist ("Nowhere").`,
  });
});

test('an item whose expression fails for what is in it fails alone, also the first one', async () => {
  const rows = [
    { UserId: '1', NickName: 'never' },
    { UserId: '2', NickName: '2026-03-01' },
  ];
  const { success, failed } = await registerUsers(
    emulator,
    rows,
    mapped('={{ $json.NickName.toDateTime() }}'),
  );
  expect(success.map(({ json }) => json.UserId)).toEqual(['2']);
  expect(failed[0]?.json.outcome).toMatchObject({
    message: 'NickName: its expression failed: cannot convert to Luxon DateTime.',
  });
});

/** A node whose items were all made of several, or nobody knows of which. */
function mixing(pairedItem: object | undefined): INodeType {
  return {
    description: {
      displayName: 'Between',
      name: 'between',
      group: ['transform'],
      version: 1,
      description: '',
      defaults: { name: 'Between' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      properties: [],
    },
    async execute() {
      return [['7', '8'].map((UserId) => ({ json: { UserId }, ...(pairedItem && { pairedItem }) })) as never];
    },
  };
}

test.each<[kind: string, pairedItem: object | undefined, message: RegExp]>([
  [
    'an item of two',
    [{ item: 0 }, { item: 1 }],
    /^NickName: its expression failed: Multiple matches found \("Source"\): this item was made of several items of that node, and n8n cannot choose between them\. Take the field along/,
  ],
  [
    'an item of nobody knows which',
    undefined,
    /^NickName: its expression failed: .*: a node in between does not say which of its items came from which\. Take the field along/,
  ],
])('what n8n says of %s is explained', async (_kind, pairedItem, message) => {
  const { failed, error } = await registerUsers(
    emulator,
    [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Eve' }],
    {
      ...mapped('={{ $("Source").item.json.name }}'),
      between: mixing(pairedItem),
    },
  );
  expect(error).toBeUndefined();
  expect((failed[0]?.json.outcome as IDataObject).message).toMatch(message);
});
