import type { Entry } from '../reading/readEntry';

/** Users of one app that go out in one request, in the order of their items. */
export interface Batch {
  appId: string;
  entries: Entry[];
}

/**
 * Groups entries into full batches, one app each, as they are asked for; what is left at the end goes out last.
 *
 * @param entries left where it is when a signal ends the grouping, so that the rest can still be read
 * @param yieldToEventLoop called after every entry, so that long runs of items that yield none do not block
 * @param signals end the grouping; what is open is dropped
 */
export async function* batches(
  entries: Iterator<Entry | undefined>,
  batchSize: number,
  yieldToEventLoop: () => Promise<void>,
  { stopped, cancelled }: { stopped: AbortSignal; cancelled?: AbortSignal },
): AsyncGenerator<Batch, void> {
  const open = new Map<string, Batch>();
  while (!stopped.aborted && cancelled?.aborted !== true) {
    const next = entries.next();
    if (next.done === true) return yield* open.values();
    await yieldToEventLoop();
    const entry = next.value;
    if (entry === undefined) continue;
    const batch = open.get(entry.appId) ?? { appId: entry.appId, entries: [] };
    open.set(entry.appId, batch);
    batch.entries.push(entry);
    if (batch.entries.length < batchSize) continue;
    open.delete(entry.appId);
    yield batch;
  }
}
