import { checkLaws } from '../support/faults/checkLaws';
import { noFault } from '../support/faults/fault';
import { outcomesInOrder } from '../support/outcomes/outcomes';
import { faultFor, itemsFor, plainScript } from '../support/faults/plainScript';
import { play } from '../support/faults/play';

/** The service fails, and asks to wait for longer than a run does. */
const neverAgain = {
  kind: 'refusal',
  refusal: { told: 'transient', status: 500 },
  applies: false,
  retryAfter: { seconds: 4000, form: 'seconds', clockAheadMs: 0 },
} as const;

/** Scripts that have broken a law once. */
async function outcomesUnderLaws(script: Parameters<typeof plainScript>[0]) {
  const played = await play(plainScript(script));
  checkLaws(played);
  return outcomesInOrder(played);
}

test('a secret that the service repeats about a single user stays hidden', async () => {
  const [outcome] = await outcomesUnderLaws({ items: itemsFor(15), existing: [15] });
  expect(outcome?.message).toContain('***');
});

test('a user whose answer broke off without any code may have been processed', async () => {
  const [outcome] = await outcomesUnderLaws({
    items: itemsFor(2),
    options: { maxAttempts: 1 },
    faults: [faultFor({ kind: 'brokenBody', code: undefined, applies: true })],
  });
  expect(outcome).toMatchObject({ kind: 'unavailable', code: 'ECONNRESET', attempts: 1 });
});

test('a request that cannot be signed is not counted among those that were sent', async () => {
  const items = itemsFor(2, 3);
  const faults = [noFault, faultFor({ kind: 'unsendable', code: 'CannotSign' })];
  const outcomes = await outcomesUnderLaws({ items, options: { batchSize: 1 }, faults });
  expect(outcomes.map(({ kind }) => kind)).toEqual([undefined, 'notSent']);
});

test('the halves of slow requests do not all go out at once', async () => {
  const outcomes = await outcomesUnderLaws({
    items: itemsFor(2, 3, 4, 5),
    options: { maxRequestsPerSecond: 1 },
    faults: [{ ...noFault, delayMs: 8000 }],
    isCyclic: true,
    existing: [2, 3, 4, 5],
    existingAs: 'requestError',
  });
  expect(outcomes.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'UserHasRegistered'));
});

test('a row that repeats a registered user succeeds even if the run stopped before it was read', async () => {
  const refusal = { told: 'fatal', status: 401 } as const;
  const outcomes = await outcomesUnderLaws({
    items: itemsFor(2, 3, 4, 5, 6, 7, 8, 9, 2),
    options: { batchSize: 1, maxRequestsPerSecond: 1 },
    faults: [noFault, faultFor({ kind: 'refusal', refusal, applies: false })],
  });
  expect(outcomes.map(({ kind }) => kind)).toEqual([
    undefined,
    'rejected',
    ...Array.from({ length: 6 }, () => 'notSent'),
    undefined,
  ]);
});

test('a new user is not taken for an existing one because other users were all refused alike', async () => {
  const outcomes = await outcomesUnderLaws({
    items: itemsFor(2, 3, 4, 5),
    options: { batchSize: 2, existingUsers: 'succeed' },
    poisonous: [2, 3],
    existing: [4],
    existingAs: 'requestError',
  });
  expect(outcomes.map(({ code }) => code)).toEqual([
    'InvalidParam',
    'InvalidParam',
    'UserHasRegistered',
    undefined,
  ]);
});

test('a new user is not taken for an existing one because others were refused for something else', async () => {
  const refusal = { told: 'requestRefused', status: 200, code: 'JsonParsingError' } as const;
  const broken = faultFor({ kind: 'refusal', refusal, applies: false });
  const outcomes = await outcomesUnderLaws({
    items: itemsFor(2, 3, 4, 5),
    options: { batchSize: 2, existingUsers: 'succeed' },
    faults: [noFault, noFault, broken, broken],
    existing: [2, 4],
    existingAs: 'requestError',
  });
  expect(outcomes.map(({ code }) => code)).toEqual([
    'JsonParsingError',
    'JsonParsingError',
    'UserHasRegistered',
    undefined,
  ]);
});

test('whoever may have been registered is not said to be untouched because its update was not sent', async () => {
  const [outcome] = await outcomesUnderLaws({
    operation: 'registerOrUpdateUsers',
    items: [...itemsFor(2), { user: 2, app: 1, name: 0, spelling: 0 }],
    options: { giveUpAfter: 40 },
    faults: [{ ...noFault, delayMs: 10_001 }, faultFor(neverAgain)],
  });
  expect(outcome).toMatchObject({ kind: 'unavailable', retryable: true });
});

test('whoever may have been registered is not said to be untouched because its update was refused', async () => {
  const refusal = { told: 'requestRefused', status: 400, code: 'InvalidParam' } as const;
  const [outcome] = await outcomesUnderLaws({
    operation: 'registerOrUpdateUsers',
    items: itemsFor(2),
    faults: [
      faultFor({ kind: 'brokenBody', code: undefined, applies: true }),
      noFault,
      faultFor({ kind: 'refusal', refusal, applies: false }),
    ],
  });
  expect(outcome).toMatchObject({ kind: 'unavailable', retryable: true, attempts: 3, httpStatus: 400 });
});

test.each(['addUserTags', 'removeUserTags', 'updateUsers'] as const)(
  '%s: a user is not taken for a missing one because all before it were missing',
  async (operation) => {
    const outcomes = await outcomesUnderLaws({
      operation,
      items: itemsFor(2, 3, 4, 5),
      options: { batchSize: 2, maxRequestsPerSecond: 1 },
      existing: [4],
      existingAs: 'requestError',
    });
    const missing = 'UserNotFound';
    expect(outcomes.map(({ code }) => code)).toEqual([missing, missing, undefined, missing]);
  },
);

test('a message is not said to be sent by an answer that is none', async () => {
  const [outcome] = await outcomesUnderLaws({
    operation: 'sendBroadcast',
    items: itemsFor(2),
    faults: [faultFor({ kind: 'garbage', garbage: 'a result of text', applies: false })],
  });
  expect(outcome).toMatchObject({ kind: 'unavailable', code: 'InvalidReply', retryable: false, attempts: 1 });
});

test('a run that does not reach the service sends one request at a time, of whatever action', async () => {
  const users = Array.from({ length: 120 }, (_, user) => user);
  const error = { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED', isBefore: true };
  const outcomes = await outcomesUnderLaws({
    operation: 'registerOrUpdateUsers',
    items: itemsFor(...users),
    options: { batchSize: 2 },
    existing: users,
    continuesOnFail: true,
    faults: [
      ...Array.from({ length: 10 }, () => ({ ...noFault, delayMs: 300 })),
      faultFor({ kind: 'connection', error, applies: false }, 300),
    ],
    isLasting: true,
  });
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['unavailable', 'notSent']));
});

test('a broadcast that a second run did not come to was not sent, whatever the first one was told', async () => {
  const outcomes = await outcomesUnderLaws({
    operation: 'sendBroadcast',
    items: itemsFor(2, 3, 4),
    options: { maxAttempts: 1, maxBroadcasts: 3 },
    faults: [faultFor({ kind: 'brokenPage', status: 302 })],
    readings: { broadcastsPerDay: 1 },
    isRunTwice: true,
  });
  expect(outcomes.map(({ kind }) => kind)).toEqual(['throttled', undefined, 'notSent']);
});
