import { deepCopy } from 'n8n-workflow';
import { asSeen, type Failure, isFailure, type Outcome } from '../outcome';
import { type UserCount, UserCounter } from './UserCounter';

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

  /** Failed items whose user may have been processed all the same. */
  private readonly uncertain = new Set<number>();

  /** What an earlier run has left of items that are to be sent again. */
  private readonly earlier = new Map<number, Failure>();

  private readonly users = new UserCounter();

  constructor(itemCount: number) {
    this.byItem = new Array<Outcome | undefined>(itemCount).fill(undefined);
  }

  /** @param isUncertain whether the user of a failed item may have been processed all the same */
  record(itemIndex: number, outcome: Outcome, isUncertain = false): void {
    if (isUncertain && isFailure(outcome)) this.uncertain.add(itemIndex);
    else this.uncertain.delete(itemIndex);
    this.users.count(outcome);
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

  /**
   * Takes over what another run over the same items would not change: successes, and failures that sending again cannot
   * mend. Of the others it keeps in mind which users may have been processed.
   */
  takeOver(earlier: Outcomes): void {
    for (const itemIndex of this.byItem.keys()) {
      const contradicted = earlier.contradictions.get(itemIndex);
      const first = contradicted ?? earlier.repeats.get(itemIndex) ?? itemIndex;
      const outcome = earlier.byItem[first] ?? earlier.earlier.get(first);
      if (outcome === undefined) continue;
      const isSettled = !isFailure(outcome) || !outcome.retryable;
      if (contradicted !== undefined) {
        if (!isFailure(outcome)) this.contradict(itemIndex, first, earlier.byItem[itemIndex] as Failure);
      } else if (!isSettled) {
        if (earlier.uncertain.has(first)) this.keepDoubt(itemIndex, outcome);
      } else if (first !== itemIndex) this.repeat(itemIndex, first);
      else this.record(itemIndex, outcome, earlier.uncertain.has(itemIndex));
    }
  }

  /** What an earlier run that may have processed the user has left; undefined where none has. */
  doubtOf(itemIndex: number): Failure | undefined {
    return this.earlier.get(itemIndex);
  }

  /** Says that a user has been counted as failed for an invalid item, and is counted for another item as well. */
  countUserOnce(): void {
    this.users.countOnce();
  }

  /** How many users there are of each group. Items without an outcome have failed. */
  countUsers(): UserCount {
    const known = this.succeeded + this.failed + this.repeats.size;
    return this.users.withFailed(this.byItem.length - known);
  }

  /** Whether any user has been processed, or may have been. */
  get someMayBeDone(): boolean {
    return this.succeeded > 0 || this.uncertain.size > 0;
  }

  /** Whether the outcome of an item is known, or will be that of an earlier one. */
  isKnown(itemIndex: number): boolean {
    return this.byItem[itemIndex] !== undefined || this.repeats.has(itemIndex);
  }

  /** The outcome of every item, each an object of its own; `unknown` for those that have none. */
  *all(unknown: Outcome): Generator<Outcome> {
    for (const [itemIndex, outcome] of this.byItem.entries()) {
      if (outcome === undefined) {
        const first = this.repeats.get(itemIndex) ?? itemIndex;
        // Each item has an outcome of its own, down to the data in it: a later node may change it.
        yield deepCopy(asSeen(this.byItem[first] ?? this.earlier.get(first) ?? unknown));
      } else yield this.contradictions.has(itemIndex) ? this.contradiction(itemIndex, outcome) : outcome;
    }
  }

  /** An item that was not sent in favour of an earlier one may succeed in a later run, if that one has not. */
  private contradiction(itemIndex: number, outcome: Outcome): Outcome {
    const first = this.byItem[this.contradictions.get(itemIndex) as number];
    return { ...outcome, retryable: first === undefined || isFailure(first) } as Failure;
  }

  private keepDoubt(itemIndex: number, failure: Failure): void {
    this.uncertain.add(itemIndex);
    this.earlier.set(itemIndex, failure);
  }

  private put(itemIndex: number, outcome: Outcome): void {
    if (isFailure(outcome)) this.failed += 1;
    else this.succeeded += 1;
    this.byItem[itemIndex] = asSeen(outcome);
  }
}
