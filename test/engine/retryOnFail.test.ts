import type { IDataObject, INode } from 'n8n-workflow';
import { type Emulator, type Fault, sampleAppId } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';

let emulator: Emulator;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
});
afterEach(async () => await emulator.close());

/** n8n runs the node up to three times, since the first item that comes out has a field `error`. */
const retried: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const existingUsers = ['fail', 'succeed'] as const;

async function register(rows: IDataObject[], setUp: RegisterUsersSetUp = {}) {
  return await registerUsers(emulator, rows, {
    credential,
    ...setUp,
    settings: { ...retried, ...setUp.settings },
  });
}

/** The ids that were sent, request by request, in the order of the ids. */
const sent = () => emulator.arrivals.map(({ userIds }) => userIds.join(' ')).sort();

const errors: Array<[what: string, error: unknown]> = [
  ['a text', 'of an earlier node'],
  ['an empty text', ''],
  ['an object', { message: 'of an earlier node' }],
  ['zero', 0],
  ['true', true],
];

describe.each(existingUsers)('with Existing Users set to %s', (existing) => {
  const options = { existingUsers: existing };

  test.each(errors)(
    'rows whose field error is %s are registered once, and come out on Success',
    async (_what, error) => {
      const rows = ['1', '2', '3'].map((UserId) => ({ UserId, error }) as IDataObject);
      const result = await register(rows, { options });
      expect(result.error).toBeUndefined();
      expect(result.failed).toEqual([]);
      expect(result.success.map(({ json }) => [json.UserId, json.error])).toEqual(
        ['1', '2', '3'].map((id) => [id, error]),
      );
      const { requestId } = emulator.arrivals[0]!;
      expect(outcomesOf(result.success)).toEqual(
        ['1', '2', '3'].map((userId) => ({ success: true, userId, requestId, attempts: 1 })),
      );
      expect(sent()).toEqual(['1 2 3']);
      expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
    },
  );

  test('users that exist, are refused or are none keep the outcome of the first run, and are not sent again', async () => {
    emulator.ledger.seed(sampleAppId, ['2']);
    emulator.setFaults(() => ({ rejectUsers: { '3': 'UserNotFound' } }));
    const rows = ['1', '2', '3', 'no user', '1'].map((UserId) => ({ UserId, error: 'old' }));
    const result = await register(rows, { options });
    const isSuccess = existing === 'succeed';
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: true },
      '2': { isSuccess, code: 'UserHasRegistered' },
      '3': { isSuccess: false, code: 'UserNotFound' },
      'no user': { isSuccess: false, code: 'InvalidUser' },
    });
    expect(result.success.length + result.failed.length).toBe(5);
    expect(sent()).toEqual(['1 2 3']);
  });

  test.each<[what: string, fault: Fault, again: object]>([
    ['were throttled', { rejectUsers: { '2': 'RateLimitExceeded' } }, { attempts: 1 }],
    ['got no answer and were registered', { reset: 'afterApplying' }, { code: 'UserHasRegistered' }],
    ['got no answer and were not registered', { reset: 'beforeApplying' }, { attempts: 1 }],
  ])('of the others, only those that %s are sent again', async (_what, fault, again) => {
    // The first run registers row 1; row 2 fails with its only attempt.
    emulator.setFaults(({ userIds, attempt }) =>
      userIds.includes('2') && attempt === 1 ? fault : undefined,
    );
    const rows = ['1', '2'].map((UserId) => ({ UserId, error: 'old' }));
    const result = await register(rows, { options: { ...options, batchSize: 1, maxAttempts: 1 } });
    expect(sent()).toEqual(['1', '2', '2']);
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: true, attempts: 1 },
      '2': { isSuccess: true, ...again },
    });
  });

  test('the last failure is what comes out, where the others fail each time', async () => {
    emulator.setFaults(({ userIds }) => (userIds.includes('2') ? { status: 503 } : undefined));
    const rows = ['1', '2'].map((UserId) => ({ UserId, error: 'old' }));
    const result = await register(rows, { options: { ...options, batchSize: 1, maxAttempts: 1 } });
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: true },
      '2': { isSuccess: false, kind: 'unavailable', retryable: true, httpStatus: 503 },
    });
    expect(sent()).toEqual(['1', '2', '2', '2']);
  });

  test('a long list is registered once', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({ UserId: String(index + 1), error: 'old' }));
    const { success, failed } = await register(rows, { options });
    expect([success.length, failed.length]).toEqual([500, 0]);
    expect(emulator.arrivals).toHaveLength(25);
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });
});

test('rows without a field error are run once anyway', async () => {
  await register([{ UserId: '1' }]);
  expect(sent()).toEqual(['1']);
});

test('an error that stops the node is tried again by n8n, and nobody is sent twice', async () => {
  let lookUps = 0;
  const lookUp = async () => {
    lookUps += 1;
    if (lookUps === 1) throw new Error('no credential for now');
  };
  const { success, error } = await register([{ UserId: '1', error: 'old' }], { lookUp });
  expect([error, success.length]).toEqual([undefined, 1]);
  expect(sent()).toEqual(['1']);
});

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
  'rows with a field error come out right with On Error set to %s',
  async (onError) => {
    const rows = ['1', 'no user'].map((UserId) => ({ UserId, error: 'old' }));
    const { success, failed, outputs } = await register(rows, { settings: { onError } });
    expect([success, failed].map((items) => items.map(({ json }) => json.UserId))).toEqual([
      ['1'],
      ['no user'],
    ]);
    expect(outputs.slice(2).flat()).toEqual([]);
    expect(sent()).toEqual(['1']);
  },
);

test('another execution over the same rows sends them', async () => {
  const rows = [{ UserId: '1', error: 'old' }];
  await register(rows);
  const { failed } = await register(rows);
  expect(outcomesOf(failed)).toMatchObject([{ code: 'UserHasRegistered' }]);
  expect(sent()).toEqual(['1', '1']);
});

test('a user in doubt stays so over a run that could not send it, since its app had ended', async () => {
  emulator.accounts.forEach(({ appIds }) => appIds.push(7));
  // Run 1: row 1 is registered, row 2 throttled, rows 3 and 4 fail, row 5 is registered without an answer. Run 2: the
  // app of rows 2 and 5 is disabled before row 5 is read. Run 3: all is well.
  emulator.setFaults([
    undefined,
    { rejectUsers: { '2': 'RateLimitExceeded' } },
    { status: 503 },
    { status: 503 },
    { reset: 'afterApplying' },
    { status: 400, code: 'AppStatusException' },
  ]);
  const apps = [7, sampleAppId, 7, 7, sampleAppId];
  const rows = apps.map((app, at) => ({ UserId: String(at + 1), app, error: 'old' }));
  const options = { batchSize: 1, maxAttempts: 1, maxRequestsPerSecond: 1 };
  const result = await register(rows, { appId: '={{ $json.app }}', options });
  expect(sent()).toEqual(['1', '2', '2', '2', '3', '3', '4', '4', '5', '5']);
  expect(outcomesById(result)).toMatchObject({
    '2': { isSuccess: true },
    '5': { isSuccess: true, code: 'UserHasRegistered' },
  });
}, 30_000);
