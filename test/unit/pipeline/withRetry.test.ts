import type { Attempt, Post } from '../../../nodes/VolcengineRtc/pipeline/attempt';
import { withRetry } from '../../../nodes/VolcengineRtc/pipeline/withRetry';
import { attemptsOf, done, failing, idsOf } from './attempts';

/** A post that records what it gets. */
function recording(post: (attempts: readonly Attempt[], call: number) => ReturnType<typeof done>[]) {
  const calls: Array<readonly Attempt[]> = [];
  const recorded: Post = async (attempts) => {
    calls.push(attempts);
    return post(attempts, calls.length);
  };
  return { calls, post: recorded };
}

test('what has succeeded is not sent again, and the rest keeps its place', async () => {
  const { calls, post } = recording((attempts, call) =>
    attempts.map((attempt) =>
      call === 1 && Number(attempt.entry.userId) % 2 === 0 ? failing(attempt, 'again') : done(attempt),
    ),
  );
  const verdicts = await withRetry(post, 4, async () => {})(attemptsOf(5));
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
    const { calls, post } = recording((attempts, call) =>
      attempts.map((attempt) => failing(attempt, 'again', `Code${call}`)),
    );
    const [verdict] = await withRetry(post, most, async () => {})(attemptsOf(1));
    expect(calls).toHaveLength(most);
    expect(verdict?.outcome).toMatchObject({ code: `Code${most}`, attempts: most });
  },
);

test('before each retry it waits, given the failures so far and the longest wait that was asked for', async () => {
  const waits: unknown[] = [];
  const { post } = recording((attempts, call) =>
    attempts.map((attempt, at) => ({ ...failing(attempt, 'again'), retryAfterMs: call * 1000 + at })),
  );
  await withRetry(post, 3, async (...wait) => void waits.push(wait))(attemptsOf(2));
  expect(waits).toEqual([
    [1, 1001],
    [2, 2001],
  ]);
});

test('a retry knows what the attempt before came to', async () => {
  const { calls, post } = recording((attempts) =>
    attempts.map((attempt) => ({ ...failing(attempt, 'again'), isUncertain: true })),
  );
  await withRetry(post, 2, async () => {})(attemptsOf(1));
  expect(calls[1]?.[0]).toMatchObject({ attempts: 1, isUncertain: true, last: { code: 'Odd', attempts: 1 } });
});

test('what is refused is left alone', async () => {
  const { calls, post } = recording((attempts) => attempts.map((attempt) => failing(attempt, 'halve')));
  await withRetry(post, 4, async () => {})(attemptsOf(3));
  expect(calls).toHaveLength(1);
});
