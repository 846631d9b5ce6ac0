import fc from 'fast-check';
import { type Batch, batches } from '../../nodes/VolcengineRtc/pipeline/sending/batches';
import type { Entry } from '../../nodes/VolcengineRtc/pipeline/entry';

/** The app of each item; undefined for an item that is no user. */
const apps = fc.array(fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined }), { maxLength: 200 });
const batchSize = fc.integer({ min: 1, max: 20 });

const groupOf = (appId: string) => ({ appId, json: `"AppId":${appId}` });

async function batchesOf(appIds: ReadonlyArray<string | undefined>, size: number): Promise<Batch[]> {
  const entries = appIds.map((appId, itemIndex): Entry | undefined =>
    appId === undefined
      ? undefined
      : { itemIndex, group: groupOf(appId), userId: String(itemIndex), json: '{}' },
  );
  const { signal } = new AbortController();
  const all: Batch[] = [];
  const source = batches(entries.values(), size, async () => {}, { stopped: signal });
  for await (const batch of source) all.push(batch);
  return all;
}

function itemsOf(all: readonly Batch[], app: string): number[] {
  return all
    .filter(({ group }) => group.appId === app)
    .flatMap(({ entries }) => entries.map(({ itemIndex }) => itemIndex));
}

test('every user is in one batch, in the order of the items of its app', async () => {
  await fc.assert(
    fc.asyncProperty(apps, batchSize, async (appIds, size) => {
      const all = await batchesOf(appIds, size);
      for (const app of ['1', '2', '3', '4']) {
        expect(itemsOf(all, app)).toEqual(appIds.flatMap((appId, i) => (appId === app ? [i] : [])));
      }
    }),
  );
});

test('every batch is of one app, none is empty, and none is larger than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(apps, batchSize, async (appIds, size) => {
      for (const { group, entries } of await batchesOf(appIds, size)) {
        expect(entries.map((entry) => entry.group.appId)).toEqual(entries.map(() => group.appId));
        expect(entries.length).toBeGreaterThan(0);
        expect(entries.length).toBeLessThanOrEqual(size);
      }
    }),
  );
});

test('at most one batch of an app is not full, and those that are not go out last', async () => {
  await fc.assert(
    fc.asyncProperty(apps, batchSize, async (appIds, size) => {
      const all = await batchesOf(appIds, size);
      const partial = all.filter(({ entries }) => entries.length < size);
      expect(new Set(partial.map(({ group }) => group.appId)).size).toBe(partial.length);
      expect(all.slice(all.length - partial.length)).toEqual(partial);
    }),
  );
});
