import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../../../nodes/VolcengineRtc/operations/operation';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { unregisterUsers } from '../../../nodes/VolcengineRtc/operations/unregisterUsers';
import { defaultSettings, maxInFlight, readSettings } from '../../../nodes/VolcengineRtc/pipeline/settings';

/** Reads options as the workflow holds them; undefined for options that were never opened. */
function read(options?: IDataObject, operation: Operation = registerUsers) {
  const context = {
    getNode: () => ({ name: 'Volcengine RTC', parameters: { options } }),
    getNodeParameter: (_name: string, _itemIndex: number, fallback: unknown) => options ?? fallback,
  };
  return readSettings(context as unknown as IExecuteFunctions, operation, [], async () => {});
}

const defaults = {
  batchSize: 20,
  maxRequestsPerSecond: 50,
  maxAttempts: 4,
  timeoutMs: 10_000,
  giveUpAfterMs: 300_000,
  alreadySo: 'fail',
  outcomeField: 'outcome',
  validateOnly: false,
  members: '',
};

test.each([undefined, {}, { outcomeField: '' }])(
  'options that hold %j have their defaults',
  async (options) => {
    expect(await read(options)).toEqual(defaults);
  },
);

test('where the options cannot be read, the defaults hold', () => {
  expect(defaultSettings(registerUsers)).toEqual(defaults);
});

test.each([
  [{ batchSize: 1 }, { batchSize: 1 }],
  [{ batchSize: '20' }, { batchSize: 20 }],
  [{ batchSize: ' 7 ' }, { batchSize: 7 }],
  [{ maxRequestsPerSecond: 0.01 }, { maxRequestsPerSecond: 0.01 }],
  [{ maxRequestsPerSecond: '2.5' }, { maxRequestsPerSecond: 2.5 }],
  [{ maxRequestsPerSecond: 50 }, { maxRequestsPerSecond: 50 }],
  [{ maxAttempts: 1 }, { maxAttempts: 1 }],
  [{ maxAttempts: 10 }, { maxAttempts: 10 }],
  [{ timeout: 1 }, { timeoutMs: 1 }],
  [{ timeout: 3_600_000 }, { timeoutMs: 3_600_000 }],
  [{ giveUpAfter: 0 }, { giveUpAfterMs: 0 }],
  [{ giveUpAfter: '1' }, { giveUpAfterMs: 1000 }],
  [{ giveUpAfter: 86_400 }, { giveUpAfterMs: 86_400_000 }],
  [{ existingUsers: 'succeed' }, { alreadySo: 'succeed' }],
  [{ outcomeField: 'registration' }, { outcomeField: 'registration' }],
  [{ validateOnly: true }, { validateOnly: true }],
])('%j is taken', async (options, expected) => {
  expect(await read(options)).toEqual({ ...defaults, ...expected });
});

const wanted = {
  batchSize: "'Batch Size' must be a whole number from 1 to 20",
  maxRequestsPerSecond: "'Max Requests per Second' must be a number from 0.01 to 50",
  maxAttempts: "'Max Attempts' must be a whole number from 1 to 10",
  timeout: "'Timeout' must be a whole number from 1 to 3600000",
  giveUpAfter: "'Give Up After (Seconds)' must be a whole number from 0 to 86400",
  existingUsers: `'Existing Users' must be "fail" or "succeed"`,
};

test.each<[name: keyof typeof wanted, value: unknown]>([
  ['batchSize', 0],
  ['batchSize', 21],
  ['batchSize', 2.5],
  ['batchSize', 'many'],
  ['maxRequestsPerSecond', 0],
  ['maxRequestsPerSecond', 0.009],
  ['maxRequestsPerSecond', -1],
  ['maxRequestsPerSecond', 50.1],
  ['maxRequestsPerSecond', 'all'],
  ['maxAttempts', 0],
  ['maxAttempts', 11],
  ['maxAttempts', 1.5],
  ['timeout', 0],
  ['timeout', 0.5],
  ['timeout', 3_600_001],
  ['giveUpAfter', -1],
  ['giveUpAfter', 0.5],
  ['giveUpAfter', 86_401],
  ['existingUsers', 'ignore'],
])('the option %s stops the node at %j', async (name, value) => {
  await expect(read({ [name]: value } as IDataObject)).rejects.toMatchObject({
    message: `${wanted[name]}, and is "${String(value)}".`,
    description: 'Correct the option. An expression in it is evaluated for the first item.',
  });
});

const numbers = ['batchSize', 'maxRequestsPerSecond', 'maxAttempts', 'timeout', 'giveUpAfter'] as const;

test.each(
  numbers.flatMap((name) =>
    [true, false, [], [1], ['1'], '', ' ', {}, 'NaN'].map((value) => ({ name, value })),
  ),
)('$value is no number for the option $name', async ({ name, value }) => {
  await expect(read({ [name]: value } as IDataObject)).rejects.toThrow(`${wanted[name]}, and is "`);
});

test.each(['error', 'message', 'details'])(
  'outcomes are not put where n8n reads errors: %s',
  async (field) => {
    await expect(read({ outcomeField: field })).rejects.toThrow(
      `'Outcome Field' must not be "${field}": n8n takes items with such a field for errors.`,
    );
  },
);

test.each([
  [50, 60],
  [10, 12],
  [0.1, 1],
])('%d requests a second at 1.2 seconds of latency are %i in flight', async (maxRequestsPerSecond, most) => {
  expect(maxInFlight(registerUsers, await read({ maxRequestsPerSecond }))).toBe(most);
});

test('the option for users that are as wanted already has the name that its operation gives it', async () => {
  expect(await read({ missingUsers: 'succeed' }, unregisterUsers)).toMatchObject({ alreadySo: 'succeed' });
  expect(await read({ existingUsers: 'succeed' }, unregisterUsers)).toMatchObject({ alreadySo: 'fail' });
  await expect(read({ missingUsers: 'ignore' }, unregisterUsers)).rejects.toThrow(
    `'Missing Users' must be "fail" or "succeed", and is "ignore".`,
  );
});

describe('broadcasts', () => {
  const ofBroadcasts = async (options: IDataObject = {}) => await read(options, sendBroadcast);

  test('have settings of their own, and nothing to give up but themselves', async () => {
    const unopened = { ...defaults, batchSize: 1, giveUpAfterMs: 0, mostItems: 1, members: '"MsgTTL":86400' };
    expect(await ofBroadcasts()).toEqual(unopened);
    expect(defaultSettings(sendBroadcast)).toEqual({ ...unopened, members: '' });
    expect(await ofBroadcasts({ giveUpAfter: 7 })).toEqual(unopened);
  });

  test('go out one at a time', async () => {
    expect(maxInFlight(sendBroadcast, await ofBroadcasts())).toBe(1);
  });

  test('have members from options, in their order', async () => {
    const options = { extension: '{"a":1}', inbox: 7, expiresAfter: '60' };
    expect(await ofBroadcasts(options)).toMatchObject({
      members: '"MsgTTL":60,"InboxType":7,"Ext":{"a":"1"}',
    });
  });

  test.each([
    [{ expiresAfter: 0 }, 'Expires After (Seconds): '],
    [{ inbox: -1 }, 'Inbox: '],
    [{ extension: '{' }, 'Extension (JSON): it is not valid JSON'],
  ])('the options %j stop the node', async (options, problem) => {
    await expect(ofBroadcasts(options)).rejects.toThrow(problem);
  });

  test.each([1, '7', Number.MAX_SAFE_INTEGER])('may be as many as %j', async (maxBroadcasts) => {
    expect(await ofBroadcasts({ maxBroadcasts })).toMatchObject({ mostItems: Number(maxBroadcasts) });
  });

  test.each([0, -1, 1.5, true, '', 'all'])('may not be as many as %j', async (maxBroadcasts) => {
    await expect(ofBroadcasts({ maxBroadcasts })).rejects.toThrow(
      "'Max Broadcasts' must be a whole number of at least 1, and is ",
    );
  });
});
