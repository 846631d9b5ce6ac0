import { type Fault, type Faults, sampleAppId } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesById, type PlacedOutcome } from '../support/outcomes/outcomes';
import { registerUsers, startRegisterUsers } from '../support/engine/registerUsers';

interface Result {
  outcomes: Record<string, PlacedOutcome>;
  error?: unknown;
  /** Requests that arrived. */
  requests: number;
}

/** Registers the users 1 and 2, the second of whom exists; the first requests meet faults. */
async function registerTwo(faults: Fault[], options: object = {}): Promise<Result> {
  const { emulator, credential } = await startWithOwnKey({ faults });
  emulator.ledger.seed(sampleAppId, ['2']);
  const result = await registerUsers(emulator, [{ UserId: '1' }, { UserId: '2' }], {
    credential,
    options: { ...options },
  });
  await emulator.close();
  return { outcomes: outcomesById(result), error: result.error, requests: emulator.arrivals.length };
}

const infos = (...list: Array<[id: string | number, code: string]>) => {
  const FailedInfos = list.map(([UserId, Code]) => ({ UserId, Code, Message: 'said' }));
  return JSON.stringify({ ResponseMetadata: { RequestId: 'r1' }, Result: { FailedInfos } });
};
const withError = (error: unknown) =>
  JSON.stringify({ ResponseMetadata: { RequestId: 'r1', Error: error }, Result: {} });

const registered = { isSuccess: true, attempts: 1, requestId: 'r1' };

describe('an answer of the service', () => {
  test.each<[what: string, body: string]>([
    ['with an empty error', withError({})],
    ['with an error whose members are empty', withError({ CodeN: 0, Code: '', Message: '' })],
    ['with an error of null', withError(null)],
    ['that begins with a byte order mark', `\ufeff${withError(null)}`],
    ['with an empty list of failed users', infos()],
  ])('%s is a success', async (_what, body) => {
    const { outcomes, requests } = await registerTwo([{ body, applyFirst: true }]);
    expect([outcomes['1'], outcomes['2'], requests]).toMatchObject([registered, registered, 1]);
  });

  test.each<[what: string, fault: Fault]>([
    ['an empty code', { body: withError({ Code: '', Message: 'boom' }) }],
    ['a code of blanks', { body: withError({ Code: ' ', Message: 'boom' }) }],
    ['a text as error', { body: withError('boom') }],
    ['the status 202', { status: 202, body: withError(null) }],
    ['an id that was not sent', { body: infos(['3', 'UserNotFound']) }],
  ])('with %s counts for nothing, and says so in whole sentences', async (_what, fault) => {
    const { outcomes } = await registerTwo([fault], { maxAttempts: 1 });
    expect(outcomes['1']).toMatchObject({ isSuccess: false, kind: 'unavailable', code: 'InvalidReply' });
    expect(outcomes['1']?.message).toMatch(
      /^The answer could not be understood: it[^:]*(: boom)?\. The user/,
    );
  });

  test.each<[status: number, error: object, text: RegExp]>([
    [400, { Code: '', Message: 'boom' }, /^It was refused: boom$/],
    [404, {}, /^It was refused without a reason \(HTTP 404\)\.$/],
    [400, { Code: 'Odd', Message: '' }, /^Volcengine refused it with Odd and gave no reason\.$/],
    [413, {}, /^The request is too large \(HTTP 413\)\./],
  ])('of status %i with the error %j says what is known', async (status, error, text) => {
    const { outcomes } = await registerTwo([0, 1, 2].map(() => ({ status, body: withError(error) })));
    expect(outcomes['1']).toMatchObject({ isSuccess: false, kind: 'rejected' });
    expect(outcomes['1']?.message).toMatch(text);
  });
});

const throttlingNames = ['Throttling.User', 'TooManyRequests', 'RequestLimitExceeded', 'ExceedQPSLimit'];
const transientNames = ['ServiceUnavailable', 'RequestTimeout'];
const everyName = (names: string[]) =>
  names.flatMap((code) => [200, 400].map((status) => [code, status] as const));

describe('a name that another gateway gives', () => {
  test.each(everyName(throttlingNames))(
    'to throttling (%s under %i) has nobody refused',
    async (code, status) => {
      // Three, so that halving would find each user refused by itself. Throttling leaves no doubt.
      const { outcomes } = await registerTwo([0, 1, 2].map(() => ({ status, code })));
      expect(outcomes).toMatchObject({
        '1': { isSuccess: true, attempts: 4 },
        '2': { isSuccess: false, code: 'UserHasRegistered', attempts: 4 },
      });
    },
  );

  test.each(everyName(transientNames))(
    'to a failure (%s under %i) leaves the fate open',
    async (code, status) => {
      const { outcomes } = await registerTwo([{ status, code, applyFirst: true }]);
      expect(outcomes).toMatchObject({
        '1': { isSuccess: true, attempts: 2, code: 'UserHasRegistered' },
        '2': { isSuccess: true, attempts: 2, code: 'UserHasRegistered' },
      });
    },
  );
});

describe('a status of the service that is no refusal', () => {
  test('408 may have been carried out', async () => {
    const { outcomes } = await registerTwo([{ status: 408, code: 'Odd', applyFirst: true }]);
    expect(outcomes).toMatchObject({
      '1': { isSuccess: true, attempts: 2, code: 'UserHasRegistered' },
      '2': { isSuccess: true, attempts: 2, code: 'UserHasRegistered' },
    });
  });

  test('408 alone is retryable', async () => {
    const { outcomes } = await registerTwo([{ status: 408, code: 'Odd' }], { maxAttempts: 1 });
    expect(outcomes['1']).toMatchObject({ kind: 'unavailable', retryable: true, httpStatus: 408 });
  });

  test.each([421, 425])('%i has not been processed', async (status) => {
    const code = 'TooEarly';
    const { outcomes } = await registerTwo([{ status, code }]);
    expect(outcomes).toMatchObject({
      '1': { isSuccess: true, attempts: 2 },
      '2': { isSuccess: false, code: 'UserHasRegistered', attempts: 2 },
    });
    const alone = await registerTwo([{ status, code }], { maxAttempts: 1 });
    expect(alone.outcomes['1']).toMatchObject({ kind: 'unavailable', retryable: true, code });
  });
});

describe('a user that is named twice', () => {
  const worst: Array<[one: string, other: string, worse: object]> = [
    ['UserHasRegistered', 'UserNotFound', { isSuccess: false, kind: 'rejected', code: 'UserNotFound' }],
    ['RateLimitExceeded', 'UserNotFound', { isSuccess: false, kind: 'rejected', code: 'UserNotFound' }],
    ['InternalError', 'UserNotFound', { isSuccess: false, kind: 'rejected', code: 'UserNotFound' }],
    [
      'UserHasRegistered',
      'RateLimitExceeded',
      { isSuccess: false, kind: 'throttled', code: 'RateLimitExceeded' },
    ],
    ['UserHasRegistered', 'InternalError', { isSuccess: false, kind: 'unavailable', code: 'InternalError' }],
    ['RateLimitExceeded', 'InternalError', { isSuccess: false, kind: 'unavailable', code: 'InternalError' }],
    ['UpdateTooFrequent', 'InternalError', { isSuccess: false, kind: 'unavailable', code: 'InternalError' }],
  ];

  test.each(worst.flatMap(([a, b, worse]) => [[a, b, worse] as const, [b, a, worse] as const]))(
    'with %s and %s has the worse of both',
    async (one, other, worse) => {
      for (const existingUsers of ['fail', 'succeed']) {
        const options = { existingUsers, maxAttempts: 1 };
        const { outcomes } = await registerTwo([{ body: infos(['1', one], [1, other]) }], options);
        expect(outcomes['1']).toMatchObject(worse);
        expect(outcomes['2']).toMatchObject(registered);
      }
    },
  );
});

test('users that are throttled one by one slow the whole key down', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ UserId: String(index + 1) }));
  const start = async (faults: Faults) => {
    const { emulator, credential } = await startWithOwnKey({ faults });
    const options = { batchSize: 1, maxAttempts: 1 };
    return { emulator, run: startRegisterUsers(emulator, rows, { credential, options }) };
  };
  const rejectAll = (userIds: readonly string[]) =>
    Object.fromEntries(userIds.map((id) => [id, 'RateLimitExceeded']));
  const throttled = await start(({ userIds }) => ({ rejectUsers: rejectAll(userIds) }));
  const free = await start([]);
  await free.run.ended;
  throttled.run.cancel();
  await throttled.run.ended;
  await Promise.all([throttled, free].map(async ({ emulator }) => await emulator.close()));
  expect(free.emulator.arrivals).toHaveLength(100);
  // On the same machine at the same time: a third of them comes, and at the full rate as many would.
  expect(throttled.emulator.arrivals.length).toBeLessThan(75);
});
