import type { Attempt, Post } from '../../../nodes/VolcengineRtc/pipeline/attempt';
import { withHalving } from '../../../nodes/VolcengineRtc/pipeline/withHalving';
import { attemptsOf, done, failing, idsOf } from './attempts';

/** A service that refuses every request with one of these users in it. */
function refusing(isBad: (userId: string) => boolean, code = 'InvalidParam') {
  const requests: string[][] = [];
  const post: Post = async (attempts) => {
    requests.push(idsOf(attempts));
    const isRefused = idsOf(attempts).some(isBad);
    return attempts.map((attempt) => (isRefused ? failing(attempt, 'halve', code) : done(attempt)));
  };
  return { requests, post };
}

test('the users at fault end up alone, and all others are processed', async () => {
  const { requests, post } = refusing((userId) => ['3', '17'].includes(userId));
  const verdicts = await withHalving(post)(attemptsOf(20));
  const failed = verdicts.filter(({ next }) => next === 'halve').map(({ outcome }) => outcome.userId);
  expect(failed).toEqual(['3', '17']);
  expect(verdicts.map(({ outcome }) => outcome.userId)).toEqual(idsOf(attemptsOf(20)));
  expect(requests.length).toBeLessThanOrEqual(20);
});

test('no user is sent again once it was processed', async () => {
  const { requests, post } = refusing((userId) => userId === '1');
  await withHalving(post)(attemptsOf(8));
  const done = requests.filter((ids) => !ids.includes('1')).flat();
  expect(new Set(done).size).toBe(done.length);
});

test.each([2, 3, 7, 16, 20])(
  'of %i users all at fault, it takes at most 2n-2 further requests to see it',
  async (n) => {
    const { requests, post } = refusing(() => true);
    await withHalving(post)(attemptsOf(n));
    expect(requests.length - 1).toBe(2 * n - 2);
  },
);

test('where all users of a batch are refused alike, later batches are not halved', async () => {
  const { requests, post } = refusing(() => true);
  const halving = withHalving(post);
  await halving(attemptsOf(4));
  const before = requests.length;
  const verdicts = await halving(attemptsOf(20));
  expect(requests.length - before).toBe(1);
  expect(verdicts.every(({ outcome }) => outcome.code === 'InvalidParam')).toBe(true);
});

test('batches under way at the same time wait for the first to find that out', async () => {
  const { requests, post } = refusing(() => true);
  const halving = withHalving(post);
  await Promise.all(Array.from({ length: 10 }, async () => await halving(attemptsOf(20))));
  expect(requests).toHaveLength(10 + 38);
});

test('where the first batch had other users in it, the others are halved as well', async () => {
  const { post } = refusing((userId) => userId === '2');
  const halving = withHalving(post);
  const results = await Promise.all([halving(attemptsOf(4)), halving(attemptsOf(4)), halving(attemptsOf(4))]);
  for (const verdicts of results) {
    expect(verdicts.map(({ next }) => next)).toEqual(['settled', 'halve', 'settled', 'settled']);
  }
});

test.each<[what: string, codeAlone: (userId: string) => string]>([
  ['different codes are at fault themselves', (userId) => `Code${userId}`],
  ['one code, and not that of the whole request, tell nothing about it', () => 'JsonParsingError'],
])('users refused alone with %s: later batches are halved', async (_, codeAlone) => {
  const { post: whole, requests } = refusing(() => true);
  const post: Post = async (attempts) => {
    const verdicts = await whole(attempts);
    const [only] = attempts as [Attempt];
    return attempts.length === 1 ? [failing(only, 'halve', codeAlone(only.entry.userId))] : verdicts;
  };
  const halving = withHalving(post);
  await halving(attemptsOf(4));
  const before = requests.length;
  await halving(attemptsOf(4));
  expect(requests.length - before).toBe(7);
});

test('a user that is refused alone tells nothing about the users of later batches', async () => {
  const { post } = refusing((userId) => userId === '1');
  const halving = withHalving(post);
  await halving(attemptsOf(1));
  const verdicts = await halving(attemptsOf(4));
  expect(verdicts.map(({ next }) => next)).toEqual(['halve', 'settled', 'settled', 'settled']);
});

test('a batch in which one user was refused by itself is not one that was refused as a whole', async () => {
  const { post: refuseAll, requests } = refusing(() => true);
  const post: Post = async (attempts) =>
    (await refuseAll(attempts)).map((verdict) =>
      verdict.outcome.userId === '1' ? { ...verdict, next: 'settled' } : verdict,
    );
  const halving = withHalving(post);
  await halving(attemptsOf(3));
  const before = requests.length;
  await halving(attemptsOf(3));
  expect(requests.length - before).toBe(3);
});

test('what is known of a reason holds for a batch of which only a part was refused', async () => {
  const { post: refuseAll, requests } = refusing(() => true);
  const halving = withHalving(async (attempts) =>
    (await refuseAll(attempts)).map((verdict, at) =>
      attempts.length === 20 && at < 10 ? done(attempts[at]!) : verdict,
    ),
  );
  await halving(attemptsOf(4));
  const before = requests.length;
  await halving(attemptsOf(20));
  expect(requests.length - before).toBe(1);
});

test('once the first batch is through, the others do not wait for each other', async () => {
  const { post: refuseSecond } = refusing((userId) => userId === '2');
  const never = new Promise<never>(() => {});
  let isStuck = false;
  const halving = withHalving(
    async (attempts) => await (isStuck && attempts.length < 4 ? never : refuseSecond(attempts)),
  );
  await halving(attemptsOf(4));
  isStuck = true;
  void halving(attemptsOf(4));
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  isStuck = false;
  expect(await halving(attemptsOf(4))).toHaveLength(4);
});

test('an attempt after a refusal counts on, and reports no refusal if it is never made', async () => {
  const { requests, post } = refusing((userId) => userId === '1');
  const seen: unknown[] = [];
  const spying: Post = async (attempts) => {
    seen.push(...attempts.map(({ attempts: made, last }) => ({ made, last })));
    return await post(attempts);
  };
  await withHalving(spying)(attemptsOf(2));
  expect(requests).toEqual([['1', '2'], ['1'], ['2']]);
  expect(seen.slice(2)).toEqual([
    { made: 1, last: undefined },
    { made: 1, last: undefined },
  ]);
});

test('a halving that is cancelled does not hold others up', async () => {
  const post: Post = async (attempts) => {
    if (attempts.length < 4) throw new Error('cancelled');
    return attempts.map((attempt) => failing(attempt, 'halve'));
  };
  const halving = withHalving(post);
  const both = [halving(attemptsOf(4)), halving(attemptsOf(4))];
  const ends = await Promise.allSettled(both);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
