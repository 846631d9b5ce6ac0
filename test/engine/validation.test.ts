import { type Emulator, startEmulator } from '../support/emulator';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(async () => await emulator.close());

const longest = '9223372036854775807';

test.each([
  ['an empty row', {}, 'UserId is missing: the row is empty.'],
  ['a row of blanks', { UserId: '', NickName: ' ', Tags: null }, 'UserId is missing: the row is empty.'],
  ['no UserId', { NickName: 'Ann' }, 'UserId is missing.'],
  ['letters', { UserId: 'ann' }, `UserId: "ann" is not an integer from 0 to ${longest}, written in digits.`],
  ['a negative UserId', { UserId: -5 }, `UserId: -5 is not an integer from 0 to ${longest}.`],
  [
    'a fraction',
    { UserId: '12.5' },
    `UserId: "12.5" is not an integer from 0 to ${longest}, written in digits.`,
  ],
  [
    'a UserId beyond 64 bits',
    { UserId: '9223372036854775808' },
    `UserId: "9223372036854775808" is larger than ${longest}, the largest ID there is.`,
  ],
  [
    'a number that has lost digits',
    { UserId: 2 ** 53 },
    'UserId: the number 9007199254740992 is too large to be exact and has lost digits already: pass the ID as text, all the way from its source.',
  ],
  [
    'a long nickname',
    { UserId: 1, NickName: '好'.repeat(101) },
    'NickName: it has 101 characters, and 100 are allowed: shorten it.',
  ],
  ['a nickname that is an object', { UserId: 1, NickName: { a: 1 } }, 'NickName: "{"a":1}" is not text.'],
  [
    'a long portrait',
    { UserId: 1, Portrait: `https://example.com/${'a'.repeat(500)}` },
    'Portrait: it has 520 characters, and 500 are allowed: shorten it.',
  ],
  [
    'tags that are an object',
    { UserId: 1, Tags: { a: 1 } },
    'Tags: "{"a":1}" is not a list of tags: pass a list of text, a JSON list, or text such as "vip, beta".',
  ],
  [
    'an extension that is no JSON',
    { UserId: 1, Ext: 'level 7' },
    'Ext: it is not valid JSON: at position 0 there is "level" where a value should be, in "level 7": pass an object, or JSON text such as {"level":"7"}.',
  ],
  [
    'a nested extension',
    { UserId: 1, Ext: '{"a":{"b":1}}' },
    'Ext: its member "a" is nested: only text, numbers, booleans and dates can be stored.',
  ],
  [
    'an unknown word for a boolean',
    { UserId: 1, IsRobot: 'maybe' },
    'IsRobot: "maybe" is neither true nor false (yes, no, 1 and 0 are understood as well).',
  ],
  [
    'several problems',
    { UserId: 'x', IsRobot: 'maybe' },
    `UserId: "x" is not an integer from 0 to ${longest}, written in digits. IsRobot: "maybe" is neither true nor false (yes, no, 1 and 0 are understood as well).`,
  ],
])('%s: the item goes to Failed with all its problems, the others are sent', async (_, row, message) => {
  const { success, failed } = await registerUsers(emulator, [row, { UserId: '1000', NickName: '' }], {
    options: { existingUsers: 'succeed' },
  });
  expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
  expect(failed).toEqual([
    {
      json: {
        ...row,
        outcome: {
          success: false,
          code: 'InvalidUser',
          message,
          kind: 'validation',
          retryable: false,
          attempts: 0,
        },
      },
      pairedItem: { item: 0 },
    },
  ]);
});

test('an app id that is no integer is named for each item', async () => {
  const { failed } = await registerUsers(emulator, [{ UserId: 1, app: '5f3c' }], {
    appId: '={{ $json.app }}',
  });
  expect(failed[0]?.json.outcome).toMatchObject({
    kind: 'validation',
    message: `App ID: "5f3c" is not an integer from 0 to ${longest}, written in digits. Enter the integer ID of the IM app, from the RTC console under IM (https://console.volcengine.com/rtc/im/appManage).`,
  });
});

describe('the same id twice', () => {
  test('in identical rows is sent once, and the rows share the outcome', async () => {
    const before = emulator.arrivals.length;
    const row = { UserId: '2000', NickName: 'Ann' };
    const { success } = await registerUsers(emulator, [row, { UserId: '2001' }, row]);
    expect(success).toHaveLength(3);
    expect(success[2]?.json.outcome).toEqual(success[0]?.json.outcome);
    expect(emulator.arrivals.slice(before).map(({ userIds }) => userIds)).toEqual([['2000', '2001']]);
  });

  test('in rows that differ sends the first and names it to the later one', async () => {
    const { success, failed } = await registerUsers(emulator, [
      { UserId: '3000', NickName: 'Ann' },
      { UserId: '03000', NickName: 'Bob' },
    ]);
    expect(success.map(({ json }) => json.NickName)).toEqual(['Ann']);
    expect(failed[0]?.json.outcome).toEqual({
      success: false,
      userId: '3000',
      code: 'DuplicateUserId',
      message:
        'Item 0 has the same UserId 3000 and differs in NickName, so only that one was used. Keep one of the two.',
      kind: 'validation',
      retryable: false,
      attempts: 0,
    });
  });

  test('in two apps is two users', async () => {
    emulator.accounts[0]?.appIds.push(7);
    const rows = [
      { UserId: '4000', app: 666675 },
      { UserId: '4000', app: 7 },
    ];
    const { success } = await registerUsers(emulator, rows, { appId: '={{ $json.app }}' });
    emulator.accounts[0]?.appIds.pop();
    expect(success).toHaveLength(2);
  });
});

test.each([
  [{ batchSize: 21 }, `'Batch Size' must be a whole number from 1 to 20, and is "21".`],
  [{ batchSize: 0 }, `'Batch Size' must be a whole number from 1 to 20, and is "0".`],
  [{ maxRequestsPerSecond: 0 }, `'Max Requests per Second' must be a number from 0.01 to 50, and is "0".`],
  [{ maxRequestsPerSecond: 51 }, `'Max Requests per Second' must be a number from 0.01 to 50, and is "51".`],
  [
    { maxRequestsPerSecond: 0.005 },
    `'Max Requests per Second' must be a number from 0.01 to 50, and is "0.005".`,
  ],
  [{ maxAttempts: 11 }, `'Max Attempts' must be a whole number from 1 to 10, and is "11".`],
  [{ timeout: 0.5 }, `'Timeout' must be a whole number from 1 to 3600000, and is "0.5".`],
  [
    { outcomeField: 'error' },
    `'Outcome Field' must not be "error": n8n takes items with such a field for errors.`,
  ],
])('an option out of range stops the node before anything is sent: %j', async (options, message) => {
  const before = emulator.arrivals.length;
  const { error } = await registerUsers(emulator, [{ UserId: '1' }], { options });
  expect(error).toMatchObject({
    message,
    description: 'Correct the option. An expression in it is evaluated for the first item.',
  });
  expect(emulator.arrivals).toHaveLength(before);
});

const numericOptions = ['batchSize', 'maxRequestsPerSecond', 'maxAttempts', 'timeout'];
const noNumbers = [true, '={{ true }}', [1], '={{ [1] }}', ' ', '1 000', 'ten'];

test.each(numericOptions.flatMap((option) => noNumbers.map((value) => [option, value] as const)))(
  'the option %s takes %j for no number, and stops the node',
  async (option, value) => {
    const before = emulator.arrivals.length;
    const options = { [option]: value } as never;
    const { error, outputs } = await registerUsers(emulator, [{ UserId: '1' }], { options });
    expect(error?.message).toMatch(/ must be a (whole )?number/);
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals).toHaveLength(before);
  },
);

test.each(['10', ' 10 ', '={{ "10" }}', '={{ 5 + 5 }}'])('a number may come as %j', async (batchSize) => {
  const rows = Array.from({ length: 20 }, (_, index) => ({ UserId: String(index + 1) }));
  const before = emulator.arrivals.length;
  await registerUsers(emulator, rows, { options: { batchSize } as never });
  expect(emulator.arrivals.slice(before).map(({ userIds }) => userIds.length)).toEqual([10, 10]);
});
