import type { PendingEntry, SendBatch } from '../../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import { withFollowUp } from '../../../../nodes/VolcengineRtc/pipeline/sending/withFollowUp';
import { done, idsOf, pendingOf } from '../pendingEntries';
import { groupOf } from '../reading';

const reason = new Error('cancelled');

/** Entries with these ids; each has a row for what follows. */
const entriesOf = (ids: readonly number[], appId = '7'): PendingEntry[] =>
  ids.map((id) => {
    const [one] = pendingOf(1) as [PendingEntry];
    const entry = { ...one.entry, userId: String(id), group: groupOf(appId), followUp: `update ${id}` };
    return { ...one, entry };
  });

/** Batches whose users with even ids follow, answered when the test says so. */
function start(size = 2) {
  const followed: string[][] = [];
  const rows: Array<Array<string | undefined>> = [];
  const answers: Array<(error?: Error) => void> = [];
  const first: SendBatch = async (pending) => {
    await new Promise<void>((resolve, reject) =>
      answers.push((error) => (error === undefined ? resolve() : reject(error))),
    );
    return pending.map((one) => ({
      ...done(one),
      next: Number(one.entry.userId) % 2 === 0 ? ('follow' as const) : ('none' as const),
    }));
  };
  const followUp: SendBatch = async (pending) => {
    followed.push(idsOf(pending));
    rows.push(pending.map(({ entry }) => entry.json));
    return pending.map(done);
  };
  return { send: withFollowUp(first, followUp, size), answers, followed, rows };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('what follows goes out as rows of its own, and counts the requests before', async () => {
  const { send, answers, followed, rows } = start();
  const sent = send(entriesOf([1, 2]));
  answers[0]?.();
  const verdicts = await sent;
  expect([followed, rows]).toEqual([[['2']], [['update 2']]]);
  expect(verdicts.map(({ outcome, next }) => [outcome.userId, outcome.attempts, next])).toEqual([
    ['1', 1, 'none'],
    ['2', 2, 'none'],
  ]);
});

test('batches that follow are filled from several, as long as others are under way', async () => {
  const { send, answers, followed } = start(3);
  const all = [[2], [4, 6], [8]].map(async (ids) => await send(entriesOf(ids)));
  answers[0]?.();
  await turns();
  expect(followed).toEqual([]);
  answers[1]?.();
  await turns();
  expect(followed).toEqual([['2', '4', '6']]);
  answers[2]?.();
  await Promise.all(all);
  expect(followed).toEqual([['2', '4', '6'], ['8']]);
});

test('users of different groups do not share a batch', async () => {
  const { send, answers, followed } = start();
  const all = [send(entriesOf([2], '7')), send(entriesOf([4], '8'))];
  answers.forEach((answer) => answer());
  await Promise.all(all);
  expect(followed).toEqual([['2'], ['4']]);
});

test('what waits goes out when the last batch under way fails', async () => {
  const { send, answers, followed } = start();
  const waiting = send(entriesOf([2]));
  const failing = send(entriesOf([1]));
  answers[0]?.();
  await turns();
  expect(followed).toEqual([]);
  answers[1]?.(reason);
  await expect(failing).rejects.toBe(reason);
  await waiting;
  expect(followed).toEqual([['2']]);
});

test('a batch that follows and fails fails all that are in it', async () => {
  const first: SendBatch = async (pending) =>
    pending.map((one) => ({ ...done(one), next: 'follow' as const }));
  const send = withFollowUp(first, async () => await Promise.reject(reason), 10);
  await expect(send(entriesOf([2, 4]))).rejects.toBe(reason);
});
