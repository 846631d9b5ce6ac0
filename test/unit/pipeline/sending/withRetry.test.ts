import type { PendingEntry, SendBatch, Verdict } from '../../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import {
  type Pause,
  type RetryLimits,
  withRetry,
} from '../../../../nodes/VolcengineRtc/pipeline/sending/withRetry';
import { VirtualClock } from '../../../support/time/virtualClock';
import { done, failing, idsOf, pendingOf } from '../pendingEntries';

/** A send that records what it gets. */
function recording(sendBatch: (pending: readonly PendingEntry[], call: number) => Verdict[]) {
  const calls: Array<readonly PendingEntry[]> = [];
  const recorded: SendBatch = async (pending) => {
    calls.push(pending);
    return sendBatch(pending, calls.length);
  };
  return { calls, sendBatch: recorded };
}

const fourAttempts: RetryLimits = { maxAttempts: 4, throttledMs: Infinity };

/** Sends so many users; each pause takes a second. */
async function sendWith(sendBatch: SendBatch, count: number, limits: Partial<RetryLimits> = {}) {
  const clock = new VirtualClock();
  await clock.run(60_000);
  const pauses: Array<Parameters<Pause>> = [];
  const pause: Pause = async (...about) => {
    pauses.push(about);
    await clock.sleep(1000);
  };
  const sending = withRetry(sendBatch, { ...fourAttempts, ...limits }, pause, clock)(pendingOf(count));
  await clock.run();
  return { verdicts: await sending, pauses };
}

/** The request was throttled as a whole. */
const throttled = (one: PendingEntry): Verdict => ({ ...failing(one, 'again'), isThrottledWhole: true });

test('what has succeeded is not sent again, and the rest keeps its place', async () => {
  const { calls, sendBatch } = recording((pending, call) =>
    pending.map((one) =>
      call === 1 && Number(one.entry.userId) % 2 === 0 ? failing(one, 'again') : done(one),
    ),
  );
  const { verdicts } = await sendWith(sendBatch, 5);
  expect(calls.map(idsOf)).toEqual([
    ['1', '2', '3', '4', '5'],
    ['2', '4'],
  ]);
  expect(verdicts.map(({ outcome }) => [outcome.userId, outcome.attempts])).toEqual([
    ['1', 1],
    ['2', 2],
    ['3', 1],
    ['4', 2],
    ['5', 1],
  ]);
});

test.each([1, 2, 4])(
  'with %i attempts allowed, so many are made and the last failure is reported',
  async (maxAttempts) => {
    const { calls, sendBatch } = recording((pending, call) =>
      pending.map((one) => failing(one, 'again', `Code${call}`)),
    );
    const { verdicts, pauses } = await sendWith(sendBatch, 1, { maxAttempts });
    expect([calls.length, pauses.length]).toEqual([maxAttempts, maxAttempts - 1]);
    expect(verdicts[0]?.outcome).toMatchObject({ code: `Code${maxAttempts}`, attempts: maxAttempts });
  },
);

test('before each retry it waits, given the failures so far, the longest wait that was asked for, and the app', async () => {
  const { sendBatch } = recording((pending, call) =>
    pending.map((one, at) => ({ ...failing(one, 'again'), retryAfterMs: call * 1000 + at })),
  );
  const { pauses } = await sendWith(sendBatch, 2, { maxAttempts: 3 });
  expect(pauses).toEqual([
    [1, 1001, '7'],
    [2, 2001, '7'],
  ]);
});

test('a retry knows what the attempt before came to', async () => {
  const { calls, sendBatch } = recording((pending) =>
    pending.map((one) => ({ ...failing(one, 'again'), isUncertain: true })),
  );
  await sendWith(sendBatch, 1, { maxAttempts: 2 });
  expect(calls[1]?.[0]).toMatchObject({
    requestsSoFar: 1,
    isUncertain: true,
    last: { code: 'Odd', attempts: 1 },
  });
});

test('what is refused is left alone', async () => {
  const { calls, sendBatch } = recording((pending) => pending.map((one) => failing(one, 'halve')));
  await sendWith(sendBatch, 3);
  expect(calls).toHaveLength(1);
});

test('users that are throttled for different times wait together, and none of those that are done', async () => {
  const { sendBatch } = recording((pending, call) =>
    pending.map((one) => {
      const { userId } = one.entry;
      if (call === 2 || userId === '1') return { ...done(one), retryAfterMs: 9000 };
      return { ...failing(one, 'again'), retryAfterMs: Number(userId) * 1000 };
    }),
  );
  expect((await sendWith(sendBatch, 3)).pauses).toEqual([[1, 3000, '7']]);
});

describe('a request that is throttled as a whole', () => {
  test('uses up no attempt, and is waited for as after a first failure', async () => {
    const { calls, sendBatch } = recording((pending, call) =>
      pending.map((one) => (call <= 20 ? throttled(one) : done(one))),
    );
    const { verdicts, pauses } = await sendWith(sendBatch, 2, { maxAttempts: 1 });
    expect(calls).toHaveLength(21);
    expect(verdicts.map(({ outcome }) => outcome.attempts)).toEqual([21, 21]);
    expect(pauses).toEqual(Array(20).fill([1, 0, '7']));
  });

  test('is not counted among other failures', async () => {
    const kinds = [throttled, failing, throttled, failing];
    const { calls, sendBatch } = recording((pending, call) =>
      pending.map((one) => (kinds[(call - 1) % 4] as typeof failing)(one, 'again')),
    );
    const { pauses } = await sendWith(sendBatch, 1, { maxAttempts: 3 });
    expect(calls).toHaveLength(6);
    expect(pauses.map(([failures]) => failures)).toEqual([1, 1, 1, 2, 1]);
  });

  test('does not hide a failure of other users beside it', async () => {
    const { calls, sendBatch } = recording((pending) =>
      pending.map((one) => (one.entry.userId === '1' ? throttled(one) : failing(one, 'again'))),
    );
    await sendWith(sendBatch, 2, { maxAttempts: 3 });
    expect(calls).toHaveLength(3);
  });

  test.each([
    [3000, 4],
    [3001, 5],
  ])(
    'is sent again for %i ms at least, where the run itself never gives up',
    async (throttledMs, requests) => {
      const { calls, sendBatch } = recording((pending) => pending.map(throttled));
      const { verdicts } = await sendWith(sendBatch, 1, { throttledMs });
      expect(calls).toHaveLength(requests);
      expect(verdicts[0]).toMatchObject({ next: 'again', outcome: { kind: 'throttled' } });
    },
  );

  test('that fails otherwise in the end is sent again also after that time', async () => {
    const { calls, sendBatch } = recording((pending, call) =>
      pending.map((one) => (call <= 3 ? throttled(one) : failing(one, 'again'))),
    );
    await sendWith(sendBatch, 1, { throttledMs: 3001, maxAttempts: 3 });
    expect(calls).toHaveLength(6);
  });
});
