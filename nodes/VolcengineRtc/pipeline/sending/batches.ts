import type { Entry, Group } from '../entry';
import type { YieldToEventLoop } from '../eventLoopYielder';

/** Users that go out in one request, in the order of their items. */
export interface Batch {
  group: Group;
  entries: Entry[];
}

/** Where each item has a group of its own, a run must not hold them all; the oldest goes out, full or not. */
const mostOpen = 200;

/**
 * Groups entries into full batches, each of one group, as they are asked for; what is left at the end goes out last.
 *
 * @param entries left where it is when a signal ends the grouping, so that the rest can still be read
 * @param yieldToEventLoop called after every entry, so that long runs of items that yield none do not block
 * @param signals end the grouping; what is open is dropped
 */
export async function* batches(
  entries: Iterator<Entry | undefined>,
  batchSize: number,
  yieldToEventLoop: YieldToEventLoop,
  { stopped, cancelled }: { stopped: AbortSignal; cancelled?: AbortSignal },
): AsyncGenerator<Batch, void> {
  const open = new Map<string, Batch>();
  while (!stopped.aborted && cancelled?.aborted !== true) {
    const next = entries.next();
    if (next.done === true) return yield* open.values();
    const turn = yieldToEventLoop();
    if (turn !== undefined) await turn;
    const entry = next.value;
    if (entry === undefined) continue;
    const { group } = entry;
    const batch = open.get(group.json) ?? { group, entries: [] };
    open.set(group.json, batch);
    batch.entries.push(entry);
    const ready = batch.entries.length >= batchSize ? batch : oldestOf(open);
    if (ready === undefined) continue;
    open.delete(ready.group.json);
    yield ready;
  }
}

/** The batch that was opened first, where there are too many. */
function oldestOf(open: ReadonlyMap<string, Batch>): Batch | undefined {
  if (open.size <= mostOpen) return undefined;
  const [oldest] = open.values();
  return oldest;
}
