import { asSeen, type Failure, isFailure, type Outcome } from './outcome';

/** Users by what became of them, each counted once, whatever the number of its items. */
export interface UserCount {
  done: number;
  /** They were as wanted before the run. */
  doneBefore: number;
  failed: number;
}

/**
 * The outcome of each item, in the order of the items, whatever the order in which they are found. They are kept as
 * they will be put into the items, so that nothing is held twice.
 */
export class Outcomes {
  /** Items whose outcome is known, of either kind. */
  succeeded = 0;

  failed = 0;

  private readonly byItem: Array<Outcome | undefined>;

  /** Items that stand for the same user as an earlier one, which is the only one sent. */
  private readonly repeats = new Map<number, number>();

  /** Items that say something else of a user than an earlier one. */
  private readonly contradictions = new Map<number, number>();

  private readonly users: UserCount = { done: 0, doneBefore: 0, failed: 0 };

  constructor(itemCount: number) {
    this.byItem = new Array<Outcome | undefined>(itemCount).fill(undefined);
  }

  settle(itemIndex: number, outcome: Outcome): void {
    this.users[groupOf(outcome)] += 1;
    this.put(itemIndex, outcome);
  }

  /** Lets an item share the outcome of an earlier one. */
  repeat(itemIndex: number, firstItemIndex: number): void {
    this.repeats.set(itemIndex, firstItemIndex);
  }

  /** Lets an item fail because an earlier one of the same user says something else. */
  contradict(itemIndex: number, firstItemIndex: number, failure: Failure): void {
    this.contradictions.set(itemIndex, firstItemIndex);
    this.put(itemIndex, failure);
  }

  /** Says that a user has been counted as failed for an invalid item, and is counted for another item as well. */
  countUserOnce(): void {
    this.users.failed -= 1;
  }

  /** How many users there are of each group. Items without an outcome have failed. */
  countUsers(): UserCount {
    const known = this.succeeded + this.failed + this.repeats.size;
    return { ...this.users, failed: this.users.failed + this.byItem.length - known };
  }

  /** Whether any user has been processed, or may have been. */
  someMayBeDone(): boolean {
    return this.byItem.some(
      (outcome) => outcome !== undefined && (!isFailure(outcome) || outcome.kind === 'unavailable'),
    );
  }

  /** The outcome of every item, each an object of its own; `unsettled` for those that have none. */
  *all(unsettled: Outcome): Generator<Outcome> {
    for (const [itemIndex, outcome] of this.byItem.entries()) {
      const first = this.repeats.get(itemIndex) ?? itemIndex;
      if (outcome === undefined) yield asSeen(this.byItem[first] ?? unsettled);
      else
        yield this.contradictions.has(itemIndex)
          ? this.retryableWhereFirstFailed(itemIndex, outcome)
          : outcome;
    }
  }

  /** An item that was not sent in favour of an earlier one may succeed in a later run, if that one has not. */
  private retryableWhereFirstFailed(itemIndex: number, outcome: Outcome): Outcome {
    const first = this.byItem[this.contradictions.get(itemIndex) as number];
    return { ...outcome, retryable: first === undefined || isFailure(first) } as Failure;
  }

  private put(itemIndex: number, outcome: Outcome): void {
    if (isFailure(outcome)) this.failed += 1;
    else this.succeeded += 1;
    this.byItem[itemIndex] = asSeen(outcome);
  }
}

/** A success with a code is none of this run: the user was there before. A dry run has a code of its own. */
function groupOf(outcome: Outcome): keyof UserCount {
  if (isFailure(outcome)) return 'failed';
  return outcome.code === undefined || outcome.code === 'Validated' ? 'done' : 'doneBefore';
}
