import type { IExecuteFunctions } from 'n8n-workflow';
import { FaultClock } from '../../support/faults/FaultClock';
import { type Fault, noFault } from '../../support/faults/fault';
import { outcomesInOrder } from '../../support/outcomes/outcomes';
import { faultFor, itemsFor, plainScript } from '../../support/faults/plainScript';
import { play } from '../../support/faults/play';
import { userIdOf } from '../../support/faults/items';
import type { Refusal } from '../../support/faults/refusals';

function refusal(told: Refusal['told'], status: number, code?: string, retryAfterS?: number): Fault {
  const retryAfter =
    retryAfterS === undefined
      ? undefined
      : { seconds: retryAfterS, form: 'seconds' as const, clockAheadMs: 0 };
  return faultFor({ kind: 'refusal', refusal: { told, status, code }, applies: false, retryAfter });
}

const refusedConnection = { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED', isBefore: true };

const throttled = refusal('requestThrottled', 429, 'FlowLimitExceeded');
const unknownKey = refusal('fatal', 401, 'InvalidAccessKey');
const fourUsers = { items: itemsFor(2, 3, 4, 5), options: { batchSize: 1 } };

test('the hint sums up what was sent, and how long it took', async () => {
  const faults = [faultFor({ kind: 'connection', error: refusedConnection, applies: false }, 1000)];
  const { hints } = await play(
    plainScript({ items: itemsFor(2, 3, 4), options: { batchSize: 2 }, faults, startAtMs: 5000 }),
  );
  expect(hints).toEqual([
    '3 users newly registered, 0 already registered, 0 failed (3 requests, 1 retry, 1.0 s). Fields not used: app, other.',
  ]);
});

test('the hint is put where the editor shows it', async () => {
  const addExecutionHints = jest.fn<void, Parameters<IExecuteFunctions['addExecutionHints']>>();
  await play(plainScript({ ...fourUsers, n8n: () => ({ addExecutionHints }) }));
  expect(addExecutionHints.mock.calls).toEqual([
    [{ message: expect.stringMatching(/^4 users newly registered/), type: 'info', location: 'outputPane' }],
  ]);
});

test('the hint warns where an item is on Failed', async () => {
  const addExecutionHints = jest.fn<void, Parameters<IExecuteFunctions['addExecutionHints']>>();
  const contradiction = { user: 3, app: 0, name: 1, spelling: 0 };
  const items = [...itemsFor(3), contradiction];
  await play(plainScript({ items, mapping: 'byField', n8n: () => ({ addExecutionHints }) }));
  expect(addExecutionHints.mock.calls).toEqual([
    [
      {
        message: '1 user newly registered, 0 already registered, 0 failed (1 request, 0 retries, 0.0 s).',
        type: 'warning',
        location: 'outputPane',
      },
    ],
  ]);
});

test('the hint keeps users apart that were registered before', async () => {
  const script = plainScript({ items: itemsFor(2, 3, 4, 3), mapping: 'byField', existing: [3] });
  const existingUsers = 'succeed';
  expect((await play({ ...script, options: { existingUsers } })).hints[0]).toMatch(
    /^2 users newly registered, 1 already registered, 0 failed \(/,
  );
  expect((await play(script)).hints[0]).toMatch(
    /^2 users newly registered, 0 already registered, 1 failed \(/,
  );
});

test('a retry that never came because the run stopped is not counted', async () => {
  const faults = [refusal('requestThrottled', 429, 'FlowLimitExceeded', 5), unknownKey];
  const { hints } = await play(
    plainScript({ items: itemsFor(2, 3), options: { batchSize: 1 }, faults, continuesOnFail: true }),
  );
  expect(hints).toEqual([expect.stringMatching(/\(2 requests, 0 retries, /)]);
});

test('a run that checks only sends nothing, and says so', async () => {
  const items = [...itemsFor(2, 3, 4), { user: 5, app: 0, name: 0, spelling: 0, flaw: 0 }];
  const played = await play(plainScript({ items, options: { batchSize: 2, validateOnly: true } }));
  expect(played.recorder.sent).toEqual([]);
  expect(outcomesInOrder(played).map(({ isSuccess, attempts, code }) => [isSuccess, attempts, code])).toEqual(
    [
      [true, 0, 'Validated'],
      [true, 0, 'Validated'],
      [true, 0, 'Validated'],
      [false, 0, 'InvalidUser'],
    ],
  );
  expect(played.hints).toEqual([
    'Checked only, nothing was sent: 3 users valid in 2 requests, 1 failed. Fields not used: app, other.',
  ]);
});

test.each([
  [true, [[2, 3, 4, 5], []]],
  [false, [[2, 4, 5], [3]]],
])('where it runs as a tool (%p), both groups are on the first output', async (isTool, rows) => {
  const invalid = { user: 3, app: 0, name: 0, spelling: 0, flaw: 11 };
  const items = [...itemsFor(2), invalid, ...itemsFor(4, 5)];
  const n8n = () => ({ isToolExecution: () => isTool });
  const { outputs = [] } = await play(plainScript({ items, n8n }));
  const users = outputs.map((output) => output.map(({ json }) => (json.other as { row: number }).row + 2));
  expect(users.map((output) => output.sort())).toEqual(rows);
  const messages = outputs.flat().flatMap(({ json }) => (json.outcome as { message?: string }).message ?? []);
  expect(messages).toEqual([expect.stringMatching(isTool ? /^Not registered: NickName: / : /^NickName: /)]);
});

test('an n8n that knows no cancellation, no tools and no hints will do', async () => {
  const n8n = () => ({
    getExecutionCancelSignal: () => undefined,
    isToolExecution: undefined,
    addExecutionHints: undefined,
  });
  const faults = [throttled, noFault, noFault, noFault, unknownKey];
  const options = { batchSize: 1, maxRequestsPerSecond: 1 };
  const played = await play(
    plainScript({ items: itemsFor(2, 3, 4, 5, 6, 7, 2), options, faults, n8n: n8n as never }),
  );
  expect(played.error).toBeUndefined();
  const successes = outcomesInOrder(played).filter(({ isSuccess }) => isSuccess);
  expect(successes.length).toBeGreaterThanOrEqual(3);
});

test('what was not sent says why the run stopped', async () => {
  const played = await play(plainScript({ ...fourUsers, faults: [noFault, unknownKey] }));
  const reasons = outcomesInOrder(played).flatMap(({ kind, message }) =>
    kind === 'notSent' ? [message] : [],
  );
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) {
    expect(reason).toMatch(
      /^Not sent, because the run stopped \(InvalidAccessKey\): Volcengine does not know this Access Key ID\..* Volcengine said: /,
    );
  }
});

test('where nothing works the error says what is wrong, what to do, and that nothing was changed', async () => {
  const { error } = await play(plainScript({ ...fourUsers, faults: [unknownKey], isCyclic: true }));
  expect(error).toMatchObject({
    name: 'NodeApiError',
    message: 'Volcengine does not know this Access Key ID.',
    description: expect.stringMatching(
      /^Check it in the credential, and that the key is not disabled\. .*No user was processed\. Error code: InvalidAccessKey\.$/,
    ) as string,
    httpCode: '401',
  });
});

test('an error without an answer names its code in place of a status', async () => {
  const faults = [faultFor({ kind: 'unsendable', code: 'CannotSign' })];
  const { error } = await play(plainScript({ ...fourUsers, faults, isCyclic: true }));
  expect(error).toMatchObject({
    message: 'failed with CannotSign',
    description: 'No user was processed. Error code: CannotSend.',
    httpCode: 'CannotSend',
  });
});

/** An n8n that counts how often it evaluates the app of each item, and does something each time. */
function countingApps(counts: number[], onCount: (itemIndex: number) => void = () => {}) {
  return ({ getNodeParameter }: IExecuteFunctions): Partial<IExecuteFunctions> => ({
    getNodeParameter: ((name: string, itemIndex: number, fallback: unknown) => {
      if (name === 'appId') {
        counts[itemIndex] = (counts[itemIndex] ?? 0) + 1;
        onCount(itemIndex);
      }
      return getNodeParameter(name, itemIndex, fallback as object);
    }) as IExecuteFunctions['getNodeParameter'],
  });
}

test('where all goes well each item is evaluated once', async () => {
  const counts: number[] = [];
  const n8n = countingApps(counts);
  await play(plainScript({ ...fourUsers, mapping: 'byExpression', n8n }));
  expect(counts).toEqual([1, 1, 1, 1]);
});

/** A run that stops at the second of so many requests, one a second, each with one user. */
function stoppingRun(users: number[], n8n: (usual: IExecuteFunctions) => Partial<IExecuteFunctions>) {
  const options = { batchSize: 1, maxRequestsPerSecond: 1 };
  const faults = [noFault, unknownKey];
  return plainScript({ items: itemsFor(...users), options, faults, mapping: 'byExpression', n8n });
}

test('a run that stops evaluates what it had not read, each item once, for repetitions of users', async () => {
  const counts: number[] = [];
  const played = await play(stoppingRun([2, 3, 4, 5, 6, 2], countingApps(counts)));
  const kinds = outcomesInOrder(played).map(({ kind }) => kind);
  expect(kinds).toEqual([undefined, 'rejected', 'notSent', 'notSent', 'notSent', undefined]);
  // The first item again, to compare its repetition with.
  expect(counts).toEqual([2, 1, 1, 1, 1, 1]);
});

test('where no user was processed the rest is not read', async () => {
  const counts: number[] = [];
  const script = stoppingRun([2, 3, 4, 5, 6], countingApps(counts));
  await play({ ...script, faults: [unknownKey], continuesOnFail: true });
  expect(counts.length).toBeLessThan(5);
});

test('an execution that is cancelled while the rest is read ends there', async () => {
  const cancel = new AbortController();
  const counts: number[] = [];
  const counting = countingApps(counts, (itemIndex) => {
    if (itemIndex === 4) cancel.abort(new Error('cancelled'));
  });
  const n8n = (usual: IExecuteFunctions) => ({
    ...counting(usual),
    getExecutionCancelSignal: () => cancel.signal,
  });
  const played = await play(stoppingRun([2, 3, 4, 5, 6, 7], n8n));
  expect(played.error).toEqual(new Error('cancelled'));
  expect(counts).toEqual([1, 1, 1, 1, 1]);
});

test('a long run tells in the log how far it is, and no id', async () => {
  const info = jest.fn<void, [line: string]>();
  const n8n = () => ({ logger: { info } }) as unknown as Partial<IExecuteFunctions>;
  const options = { batchSize: 1, maxRequestsPerSecond: 0.1 };
  await play(plainScript({ items: itemsFor(2, 3, 4), options, n8n }));
  expect(info.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^Register Users: 2 registered and 0 failed of 3, 0\.2 requests a second, about \d s left$/,
      ),
    ],
    [expect.stringMatching(/^Register Users: 3 registered and 0 failed of 3, /)],
  ]);
});

describe('an app that cannot be sent to', () => {
  const unknownApp = refusal('appFatal', 400, 'AppNotFound');
  const inApps = (...apps: number[]) =>
    itemsFor(2, 3, 4, 5).map((item, at) => ({ ...item, app: apps[at] as number }));
  const oneByOne = { batchSize: 1, maxRequestsPerSecond: 1 };

  test('ends alone where the items name others', async () => {
    const played = await play(
      plainScript({ items: inApps(0, 1, 0, 1), options: oneByOne, faults: [unknownApp] }),
    );
    expect(played.error).toBeUndefined();
    expect(outcomesInOrder(played).map(({ kind, retryable }) => [kind, retryable])).toEqual([
      ['rejected', true],
      [undefined, undefined],
      ['notSent', true],
      [undefined, undefined],
    ]);
    expect(outcomesInOrder(played)[2]?.message).toMatch(
      /^Not sent, because nothing can be sent for the app 666675 \(AppNotFound\): There is no IM app with this App ID\./,
    );
    expect(played.recorder.sent).toHaveLength(3);
  });

  test('is what the error says where it is the only one that came up', async () => {
    const played = await play(
      plainScript({ items: inApps(0, 0, 0, 0), options: oneByOne, faults: [unknownApp] }),
    );
    expect(played.error).toMatchObject({
      message: expect.stringMatching(/^There is no IM app with this App ID\./) as string,
      description: expect.stringMatching(
        /^Look it up .* No user was processed\. Error code: AppNotFound\.$/,
      ) as string,
    });
    expect(played.recorder.sent).toHaveLength(1);
  });

  test('is what the error says where it was the first of several, all of which end', async () => {
    const faults = [unknownApp, refusal('appFatal', 400, 'NoAuth')];
    const script = { items: inApps(0, 1, 0, 1), options: oneByOne, faults };
    const { error } = await play(plainScript(script));
    expect(error).toMatchObject({
      message: expect.stringMatching(/^There is no IM app with this App ID\./) as string,
      description: expect.stringMatching(
        /^Look it up .* No user was processed\. Error code: AppNotFound\.$/,
      ) as string,
    });
    const played = await play(plainScript({ ...script, continuesOnFail: true }));
    expect(outcomesInOrder(played).map(({ kind, code }) => [kind, code])).toEqual([
      ['rejected', 'AppNotFound'],
      ['rejected', 'NoAuth'],
      ['notSent', 'NotSent'],
      ['notSent', 'NotSent'],
    ]);
  });

  test('does not hide what has been done before', async () => {
    const faults = [noFault, unknownApp, refusal('appFatal', 400, 'NoAuth')];
    const played = await play(plainScript({ items: inApps(0, 0, 1, 1), options: oneByOne, faults }));
    expect(played.error).toBeUndefined();
    expect(outcomesInOrder(played).map(({ kind }) => kind)).toEqual([
      undefined,
      'rejected',
      'rejected',
      'notSent',
    ]);
  });

  test('ends the run where the App ID is a constant', async () => {
    const n8n = ({ getNode }: IExecuteFunctions) => ({
      getNode: () => ({ ...getNode(), parameters: { ...getNode().parameters, appId: '666675' } }),
    });
    const faults = [noFault, unknownApp];
    const played = await play(plainScript({ items: itemsFor(2, 3, 4, 5), options: oneByOne, faults, n8n }));
    expect(outcomesInOrder(played).map(({ kind }) => kind)).toEqual([
      undefined,
      'rejected',
      'notSent',
      'notSent',
    ]);
    expect(outcomesInOrder(played)[2]?.message).toMatch(
      /^Not sent, because the run stopped \(AppNotFound\): /,
    );
  });
});

describe('a service that is not reached', () => {
  const page = faultFor({
    kind: 'refusal',
    refusal: { told: 'stranger', status: 407, isHtml: true },
    applies: false,
  });
  const refused = faultFor({ kind: 'connection', error: refusedConnection, applies: false });
  const longList = { items: itemsFor(...Array.from({ length: 200 }, (_, user) => user + 2)), isCyclic: true };
  const options = { batchSize: 1, maxAttempts: 10 };

  test.each<[what: string, fault: Fault, code: string, message: RegExp]>([
    ['a proxy answers', page, 'NotVolcengine', /^Volcengine did not answer, .*\(HTTP 407\)\.$/],
    [
      'no connection stands',
      refused,
      'NoConnection',
      /^There is no connection to the service \(ECONNREFUSED: /,
    ],
  ])('stops the run where %s for long', async (_what, fault, code, message) => {
    const { error, recorder } = await play(plainScript({ ...longList, options, faults: [fault] }));
    expect(error).toMatchObject({
      message: expect.stringMatching(message) as string,
      description: expect.stringMatching(
        new RegExp(`^Check .* No user was processed\\. Error code: ${code}\\.$`),
      ) as string,
    });
    expect(recorder.sent.length).toBeLessThan(100);
  });

  test('fails the users of a short list alone', async () => {
    const played = await play(
      plainScript({ items: itemsFor(2, 3), isCyclic: true, options: { batchSize: 1 }, faults: [page] }),
    );
    expect(played.error).toBeUndefined();
    expect(outcomesInOrder(played).map(({ kind, code, attempts }) => [kind, code, attempts])).toEqual([
      ['unavailable', 'NotVolcengine', 4],
      ['unavailable', 'NotVolcengine', 4],
    ]);
  });
});

test('a run that n8n repeats sends again only what failed and may succeed', async () => {
  const broken = { code: 'ECONNRESET', message: 'socket hang up', isBefore: false };
  const faults = [noFault, faultFor({ kind: 'connection', error: broken, applies: true })];
  const options = { batchSize: 1, maxAttempts: 1, maxRequestsPerSecond: 1 };
  const invalid = { user: 4, app: 0, name: 0, spelling: 0, flaw: 11 };
  const items = [...itemsFor(2, 3), invalid];
  const played = await play(plainScript({ items, options, faults, isRunTwice: true }));
  expect(played.recorder.sent.map(({ userIds }) => userIds)).toEqual(
    [[2], [3], [3]].map(([user]) => [userIdOf(user!)]),
  );
  expect(outcomesInOrder(played).map(({ code, kind }) => [kind, code])).toEqual([
    [undefined, undefined],
    [undefined, 'UserHasRegistered'],
    ['validation', 'InvalidUser'],
  ]);
  expect(played.hints).toEqual([
    expect.stringMatching(
      /^1 user newly registered, 1 already registered, 1 failed \(1 request, 0 retries, /,
    ),
  ]);
});

describe('a second run over the same items', () => {
  const options = { batchSize: 1, maxAttempts: 1, maxRequestsPerSecond: 1 };
  const tooFast = (user: number) =>
    faultFor({
      kind: 'users',
      users: [{ at: user, code: 'RateLimitExceeded', applies: false }],
      isDoubled: false,
    });

  test('counts each user once, whatever its rows came to in the first', async () => {
    const broken = { code: 'ECONNRESET', message: 'socket hang up', isBefore: false };
    const faults = [noFault, faultFor({ kind: 'connection', error: broken, applies: true })];
    const row = { app: 0, name: 0, spelling: 0 };
    const repetition = { ...row, user: 2 };
    const contradiction = { ...row, user: 2, name: 1 };
    const invalid = { ...row, user: 4, flaw: 11 };
    const items = [...itemsFor(2), repetition, contradiction, invalid, ...itemsFor(3)];
    const script = plainScript({ items, options, faults, mapping: 'byField', isRunTwice: true });
    const played = await play(script);
    expect(played.recorder.sent.map(({ run, userIds }) => [run, ...userIds])).toEqual(
      [
        [0, 2],
        [0, 3],
        [1, 3],
      ].map(([run, user]) => [run, userIdOf(user!)]),
    );
    expect(outcomesInOrder(played).map(({ kind, code }) => [kind, code])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['validation', 'DuplicateUserId'],
      ['validation', 'InvalidUser'],
      [undefined, 'UserHasRegistered'],
    ]);
    expect(played.hints).toEqual([
      expect.stringMatching(/^1 user newly registered, 1 already registered, 1 failed \(1 request, /),
    ]);
  });

  test('throws nothing where nothing works any more: n8n would lose what the first has found', async () => {
    const faults = [tooFast(0), tooFast(0), unknownKey];
    const played = await play(plainScript({ items: itemsFor(2, 3), options, faults, isRunTwice: true }));
    expect(played.error).toBeUndefined();
    expect(outcomesInOrder(played).map(({ kind, retryable }) => [kind, retryable])).toEqual([
      ['rejected', true],
      ['notSent', true],
    ]);
  });
});

describe('options that cannot be used', () => {
  const items = itemsFor(2, 3);
  const options = { batchSize: 21 };
  const message = `'Batch Size' must be a whole number from 1 to 20, and is "21".`;

  test('stop the node before anything is sent', async () => {
    const played = await play(plainScript({ items, options }));
    expect(played.error).toMatchObject({ name: 'NodeOperationError', message });
    expect(played.recorder.sent).toEqual([]);
  });

  test('put every item on Failed where the node is to continue', async () => {
    const played = await play(plainScript({ items, options, continuesOnFail: true }));
    expect(outcomesInOrder(played)).toMatchObject(
      Array(2).fill({
        code: 'CannotBegin',
        kind: 'notSent',
        message: expect.stringContaining(message) as string,
      }),
    );
    expect(played.recorder.sent).toEqual([]);
  });
});

describe('where all is throttled for good', () => {
  const endless = { items: itemsFor(2, 3), isCyclic: true, faults: [throttled], continuesOnFail: true };
  const minuteMs = 60_000;

  test.each([
    [300, undefined],
    [7200, 7200],
  ])('the run gives up after %i seconds, with Give Up After at %p', async (seconds, giveUpAfter) => {
    const options = { batchSize: 1, ...(giveUpAfter !== undefined && { giveUpAfter }) };
    const played = await play(plainScript({ ...endless, options }));
    expect(played.endedAt).toBeGreaterThanOrEqual(1000 * seconds);
    expect(played.endedAt).toBeLessThan(1000 * seconds + minuteMs);
  });

  test('a run that shall never give up ends each row by itself after five minutes', async () => {
    const played = await play(plainScript({ ...endless, options: { batchSize: 1, giveUpAfter: 0 } }));
    expect(outcomesInOrder(played).map(({ kind, retryable }) => [kind, retryable])).toEqual(
      Array(2).fill(['throttled', true]),
    );
    expect(played.endedAt).toBeGreaterThanOrEqual(5 * minuteMs);
    expect(played.endedAt).toBeLessThan(7 * minuteMs);
  });
});

test('no long wait outlasts the run that it is for', async () => {
  const waits: Array<{ ms: number; endedAt?: number }> = [];
  const { sleep } = FaultClock.prototype;
  const spy = jest.spyOn(FaultClock.prototype, 'sleep').mockImplementation(async function (
    this: FaultClock,
    ms,
    signal,
  ) {
    const wait: { ms: number; endedAt?: number } = { ms };
    waits.push(wait);
    await sleep.call(this, ms, signal).finally(() => (wait.endedAt = this.now()));
  });
  const { endedAt } = await play(plainScript(fourUsers));
  spy.mockRestore();
  // Deadlines of requests, and the time after which the run would give up.
  const long = waits.filter(({ ms }) => ms >= 10_000);
  expect(long.length).toBeGreaterThan(1);
  expect(long.map((wait) => wait.endedAt)).toEqual(long.map(() => expect.any(Number) as number));
  expect(Math.max(...long.map((wait) => wait.endedAt as number))).toBeLessThanOrEqual(endedAt as number);
});
