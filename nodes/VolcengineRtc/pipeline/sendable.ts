import type { Entry } from './entry';
import { duplicate, invalid, notSent } from './outcome';
import type { ReadEntry } from './reading/entries';
import type { Outcomes } from './results/Outcomes';
import type { StopSignals } from './sending/StopSignals';

/**
 * The users that are to be sent, undefined for every other item: its outcome is recorded, or known from an earlier run.
 */
export function* sendable(
  items: Iterable<ReadEntry>,
  stops: StopSignals,
  outcomes: Outcomes,
): Generator<Entry | undefined> {
  for (const item of items) {
    if ('isCounted' in item && item.isCounted) outcomes.countUserOnce();
    // With Retry On Fail, an earlier run may have found the outcome; later items may still repeat the user.
    if (outcomes.isKnown(item.itemIndex)) yield undefined;
    else yield item.is === 'entry' ? unlessEnded(item.entry, stops, outcomes) : recordUnsent(item, outcomes);
  }
}

/** Users of an app that has ended are not sent. */
function unlessEnded(entry: Entry, stops: StopSignals, outcomes: Outcomes): Entry | undefined {
  const { itemIndex, userId, group } = entry;
  const reason = stops.reasonFor(group.appId);
  if (reason === undefined) return entry;
  const doubt = outcomes.doubtOf(itemIndex);
  outcomes.record(itemIndex, doubt ?? { userId, ...notSent(reason) }, doubt !== undefined);
  return undefined;
}

function recordUnsent(item: Exclude<ReadEntry, { is: 'entry' }>, outcomes: Outcomes): undefined {
  const { itemIndex } = item;
  if (item.is === 'invalid') outcomes.record(itemIndex, invalid(item.problems, item.code));
  else if (item.is === 'repetition') outcomes.repeat(itemIndex, item.first);
  else outcomes.contradict(itemIndex, item.first, duplicate(item.userId, item.first, item.differing));
}
