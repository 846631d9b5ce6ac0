import { type Batch, batches } from '../../../../nodes/VolcengineRtc/pipeline/sending/batches';
import type { Entry } from '../../../../nodes/VolcengineRtc/pipeline/entry';
import { groupOf } from '../reading';

function entryOf(appId: string, itemIndex: number): Entry {
  return { itemIndex, group: groupOf(appId), userId: String(itemIndex), json: '{}' };
}

async function collect(source: AsyncIterable<Batch>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { group, entries } of source) {
    texts.push(`${group.appId}: ${entries.map(({ itemIndex }) => itemIndex).join(' ')}`);
  }
  return texts;
}

const yieldToEventLoop = async () => {};
const signals = { stopped: new AbortController().signal };

test('batches are full but for the last', async () => {
  const entries = [0, 1, 2, 3, 4].map((i) => entryOf('1', i));
  expect(await collect(batches(entries.values(), 2, yieldToEventLoop, signals))).toEqual([
    '1: 0 1',
    '1: 2 3',
    '1: 4',
  ]);
});

test('each batch is of one app, and goes out as soon as it is full', async () => {
  const entries = ['1', '2', '2', '1', '1'].map(entryOf);
  expect(await collect(batches(entries.values(), 2, yieldToEventLoop, signals))).toEqual([
    '2: 1 2',
    '1: 0 3',
    '1: 4',
  ]);
});

test('what is left at the end goes out in the order of its first items', async () => {
  const entries = ['2', '1', '3'].map(entryOf);
  expect(await collect(batches(entries.values(), 2, yieldToEventLoop, signals))).toEqual([
    '2: 0',
    '1: 1',
    '3: 2',
  ]);
});

test('items that are no users take no place', async () => {
  const entries = [undefined, entryOf('1', 1), undefined, entryOf('1', 3), undefined];
  expect(await collect(batches(entries.values(), 2, yieldToEventLoop, signals))).toEqual(['1: 1 3']);
});

test('no entries make no batch', async () => {
  expect(await collect(batches([undefined].values(), 2, yieldToEventLoop, signals))).toEqual([]);
});

test('no more is read than the batch that was asked for', async () => {
  const read: number[] = [];
  function* source() {
    for (let i = 0; ; i += 1) {
      read.push(i);
      yield entryOf('1', i);
    }
  }
  const reading = batches(source(), 2, yieldToEventLoop, signals);
  await reading.next();
  expect(read).toEqual([0, 1]);
  await reading.return();
});

test.each(['stopped', 'cancelled'])(
  'a run that is %s reads no further and drops what is open',
  async (why) => {
    const controller = new AbortController();
    const entries = [0, 1, 2, 3, 4].map((i) => entryOf('1', i));
    const reading = batches(entries.values(), 2, yieldToEventLoop, { ...signals, [why]: controller.signal });
    expect((await reading.next()).done).toBe(false);
    controller.abort();
    expect((await reading.next()).done).toBe(true);
  },
);

test('what a run that stops has not read can still be read', async () => {
  const controller = new AbortController();
  const entries = [0, 1, 2, 3, 4].map((i) => entryOf('1', i)).values();
  const reading = batches(entries, 2, yieldToEventLoop, { stopped: controller.signal });
  await reading.next();
  controller.abort();
  await reading.next();
  expect(entries.next().value).toEqual(entryOf('1', 2));
});

test('a run that has stopped before it began reads nothing', async () => {
  const entries = [0, 1].map((i) => entryOf('1', i)).values();
  expect((await batches(entries, 1, yieldToEventLoop, { stopped: AbortSignal.abort() }).next()).done).toBe(
    true,
  );
  expect(entries.next().value).toEqual(entryOf('1', 0));
});

test('the event loop gets its turn at every item, users and others', async () => {
  const breaths = jest.fn(yieldToEventLoop);
  await collect(batches([undefined, entryOf('1', 1), undefined].values(), 2, breaths, signals));
  expect(breaths).toHaveBeenCalledTimes(3);
});

test('what follows waits until the event loop has had its turn', async () => {
  const isOver = new Error('the turn is over');
  const breath = async () => await Promise.reject(isOver);
  await expect(collect(batches([entryOf('1', 0)].values(), 2, breath, signals))).rejects.toBe(isOver);
  expect(await collect(batches([entryOf('1', 0)].values(), 2, () => undefined, signals))).toEqual(['1: 0']);
});

test('two hundred batches may be open; then the oldest goes out, full or not', async () => {
  const apps = Array.from({ length: 201 }, (_, app) => String(app + 1));
  const all = await collect(batches([...apps, '2'].map(entryOf).values(), 2, yieldToEventLoop, signals));
  expect(all.slice(0, 3)).toEqual(['1: 0', '2: 1 201', '3: 2']);
  expect(all).toHaveLength(201);
});
