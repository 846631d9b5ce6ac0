import type { PendingEntry, SendBatch } from '../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import { withRetry } from '../../../nodes/VolcengineRtc/pipeline/withRetry';
import { done, failing, idsOf, pendingOf } from './pendingEntries';

/** A send that records what it gets. */
function recording(sendBatch: (pending: readonly PendingEntry[], call: number) => ReturnType<typeof done>[]) {
  const calls: Array<readonly PendingEntry[]> = [];
  const recorded: SendBatch = async (pending) => {
    calls.push(pending);
    return sendBatch(pending, calls.length);
  };
  return { calls, sendBatch: recorded };
}

test('what has succeeded is not sent again, and the rest keeps its place', async () => {
  const { calls, sendBatch } = recording((pending, call) =>
    pending.map((one) =>
      call === 1 && Number(one.entry.userId) % 2 === 0 ? failing(one, 'again') : done(one),
    ),
  );
  const verdicts = await withRetry(sendBatch, 4, async () => {})(pendingOf(5));
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
  async (most) => {
    const { calls, sendBatch } = recording((pending, call) =>
      pending.map((one) => failing(one, 'again', `Code${call}`)),
    );
    const [verdict] = await withRetry(sendBatch, most, async () => {})(pendingOf(1));
    expect(calls).toHaveLength(most);
    expect(verdict?.outcome).toMatchObject({ code: `Code${most}`, attempts: most });
  },
);

test('before each retry it waits, given the failures so far, the longest wait that was asked for, and the app', async () => {
  const waits: unknown[] = [];
  const { sendBatch } = recording((pending, call) =>
    pending.map((one, at) => ({ ...failing(one, 'again'), retryAfterMs: call * 1000 + at })),
  );
  await withRetry(sendBatch, 3, async (...wait) => void waits.push(wait))(pendingOf(2));
  expect(waits).toEqual([
    [1, 1001, '7'],
    [2, 2001, '7'],
  ]);
});

test('a retry knows what the attempt before came to', async () => {
  const { calls, sendBatch } = recording((pending) =>
    pending.map((one) => ({ ...failing(one, 'again'), isUncertain: true })),
  );
  await withRetry(sendBatch, 2, async () => {})(pendingOf(1));
  expect(calls[1]?.[0]).toMatchObject({
    requestsSoFar: 1,
    isUncertain: true,
    last: { code: 'Odd', attempts: 1 },
  });
});

test('what is refused is left alone', async () => {
  const { calls, sendBatch } = recording((pending) => pending.map((one) => failing(one, 'halve')));
  await withRetry(sendBatch, 4, async () => {})(pendingOf(3));
  expect(calls).toHaveLength(1);
});

test('users that are throttled for different times wait together, and none of those that are done', async () => {
  const waits: number[] = [];
  const { sendBatch } = recording((pending, call) =>
    pending.map((one) => {
      const { userId } = one.entry;
      if (call === 2 || userId === '1') return { ...done(one), retryAfterMs: 9000 };
      return { ...failing(one, 'again'), retryAfterMs: Number(userId) * 1000 };
    }),
  );
  await withRetry(
    sendBatch,
    3,
    async (_failures, retryAfterMs) => void waits.push(retryAfterMs),
  )(pendingOf(3));
  expect(waits).toEqual([3000]);
});
