import type { PendingEntry, SendBatch } from '../../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import { withHalving } from '../../../../nodes/VolcengineRtc/pipeline/sending/withHalving';
import { done, failing, idsOf, pendingOf } from '../pendingEntries';
import { groupOf } from '../reading';

/** A service that refuses every request with one of these users in it. */
function refusing(isBad: (userId: string) => boolean, code = 'InvalidParam') {
  const requests: string[][] = [];
  const sendBatch: SendBatch = async (pending) => {
    requests.push(idsOf(pending));
    const isRefused = idsOf(pending).some(isBad);
    return pending.map((one) => (isRefused ? failing(one, 'halve', code) : done(one)));
  };
  return { requests, sendBatch };
}

test('the users at fault end up alone, and all others are processed', async () => {
  const { requests, sendBatch } = refusing((userId) => ['3', '17'].includes(userId));
  const verdicts = await withHalving(sendBatch)(pendingOf(20));
  const failed = verdicts.filter(({ next }) => next === 'halve').map(({ outcome }) => outcome.userId);
  expect(failed).toEqual(['3', '17']);
  expect(verdicts.map(({ outcome }) => outcome.userId)).toEqual(idsOf(pendingOf(20)));
  expect(requests.length).toBeLessThanOrEqual(20);
});

test('no user is sent again once it was processed', async () => {
  const { requests, sendBatch } = refusing((userId) => userId === '1');
  await withHalving(sendBatch)(pendingOf(8));
  const done = requests.filter((ids) => !ids.includes('1')).flat();
  expect(new Set(done).size).toBe(done.length);
});

test.each([2, 3, 7, 16, 20])(
  'of %i users all at fault, it takes at most 2n-2 further requests to see it',
  async (n) => {
    const { requests, sendBatch } = refusing(() => true);
    await withHalving(sendBatch)(pendingOf(n));
    expect(requests.length - 1).toBe(2 * n - 2);
  },
);

test('where all users of a batch are refused alike, later batches are not halved', async () => {
  const { requests, sendBatch } = refusing(() => true);
  const halving = withHalving(sendBatch);
  await halving(pendingOf(4));
  const before = requests.length;
  const verdicts = await halving(pendingOf(20));
  expect(requests.length - before).toBe(1);
  expect(verdicts.every(({ outcome }) => outcome.code === 'InvalidParam')).toBe(true);
});

test('that the users of one app are all refused alike says nothing about another app', async () => {
  const { requests, sendBatch } = refusing(() => true);
  const halving = withHalving(sendBatch);
  await halving(pendingOf(4));
  const before = requests.length;
  await halving(pendingOf(4).map((one) => ({ ...one, entry: { ...one.entry, group: groupOf('8') } })));
  expect(requests.length - before).toBe(7);
});

test('batches under way at the same time wait for the first to find that out', async () => {
  const { requests, sendBatch } = refusing(() => true);
  const halving = withHalving(sendBatch);
  await Promise.all(Array.from({ length: 10 }, async () => await halving(pendingOf(20))));
  expect(requests).toHaveLength(10 + 38);
});

test('where the first batch had other users in it, the others are halved as well', async () => {
  const { sendBatch } = refusing((userId) => userId === '2');
  const halving = withHalving(sendBatch);
  const results = await Promise.all([halving(pendingOf(4)), halving(pendingOf(4)), halving(pendingOf(4))]);
  for (const verdicts of results) {
    expect(verdicts.map(({ next }) => next)).toEqual(['none', 'halve', 'none', 'none']);
  }
});

test.each<[what: string, codeAlone: (userId: string) => string]>([
  ['different codes are at fault themselves', (userId) => `Code${userId}`],
  ['one code, and not that of the whole request, tell nothing about it', () => 'JsonParsingError'],
])('users refused alone with %s: later batches are halved', async (_, codeAlone) => {
  const { sendBatch: whole, requests } = refusing(() => true);
  const sendBatch: SendBatch = async (pending) => {
    const verdicts = await whole(pending);
    const [only] = pending as [PendingEntry];
    return pending.length === 1 ? [failing(only, 'halve', codeAlone(only.entry.userId ?? ''))] : verdicts;
  };
  const halving = withHalving(sendBatch);
  await halving(pendingOf(4));
  const before = requests.length;
  await halving(pendingOf(4));
  expect(requests.length - before).toBe(7);
});

test('a user that is refused alone tells nothing about the users of later batches', async () => {
  const { sendBatch } = refusing((userId) => userId === '1');
  const halving = withHalving(sendBatch);
  await halving(pendingOf(1));
  const verdicts = await halving(pendingOf(4));
  expect(verdicts.map(({ next }) => next)).toEqual(['halve', 'none', 'none', 'none']);
});

test('a batch in which one user was refused by itself is not one that was refused as a whole', async () => {
  const { sendBatch: refuseAll, requests } = refusing(() => true);
  const sendBatch: SendBatch = async (pending) =>
    (await refuseAll(pending)).map((verdict) =>
      verdict.outcome.userId === '1' ? { ...verdict, next: 'none' } : verdict,
    );
  const halving = withHalving(sendBatch);
  await halving(pendingOf(3));
  const before = requests.length;
  await halving(pendingOf(3));
  expect(requests.length - before).toBe(3);
});

test('what is known of a reason holds for a batch of which only a part was refused', async () => {
  const { sendBatch: refuseAll, requests } = refusing(() => true);
  const halving = withHalving(async (pending) =>
    (await refuseAll(pending)).map((verdict, at) =>
      pending.length === 20 && at < 10 ? done(pending[at]!) : verdict,
    ),
  );
  await halving(pendingOf(4));
  const before = requests.length;
  await halving(pendingOf(20));
  expect(requests.length - before).toBe(1);
});

test('once the first batch is through, the others do not wait for each other', async () => {
  const { sendBatch: refuseSecond } = refusing((userId) => userId === '2');
  const never = new Promise<never>(() => {});
  let isStuck = false;
  const halving = withHalving(
    async (pending) => await (isStuck && pending.length < 4 ? never : refuseSecond(pending)),
  );
  await halving(pendingOf(4));
  isStuck = true;
  void halving(pendingOf(4));
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  isStuck = false;
  expect(await halving(pendingOf(4))).toHaveLength(4);
});

test('an attempt after a refusal counts on, and reports no refusal if it is never made', async () => {
  const { requests, sendBatch } = refusing((userId) => userId === '1');
  const seen: unknown[] = [];
  const spying: SendBatch = async (pending) => {
    seen.push(...pending.map(({ requestsSoFar: made, last }) => ({ made, last })));
    return await sendBatch(pending);
  };
  await withHalving(spying)(pendingOf(2));
  expect(requests).toEqual([['1', '2'], ['1'], ['2']]);
  expect(seen.slice(2)).toEqual([
    { made: 1, last: undefined },
    { made: 1, last: undefined },
  ]);
});

test('a halving that is cancelled does not hold others up', async () => {
  const sendBatch: SendBatch = async (pending) => {
    if (pending.length < 4) throw new Error('cancelled');
    return pending.map((one) => failing(one, 'halve'));
  };
  const halving = withHalving(sendBatch);
  const both = [halving(pendingOf(4)), halving(pendingOf(4))];
  const ends = await Promise.allSettled(both);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
