import { type Failure, isFailure, type Outcome, withoutUnset } from './outcome';

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

  /** Failed items whose user may have been processed all the same. */
  private readonly uncertain = new Set<number>();

  /** What an earlier run has left of items that are to be sent again. */
  private readonly earlier = new Map<number, Failure>();

  constructor(itemCount: number) {
    this.byItem = new Array<Outcome | undefined>(itemCount).fill(undefined);
  }

  /** @param isUncertain whether the user of a failed item may have been processed all the same */
  record(itemIndex: number, outcome: Outcome, isUncertain = false): void {
    if (isFailure(outcome)) this.failed += 1;
    else this.succeeded += 1;
    if (isUncertain && isFailure(outcome)) this.uncertain.add(itemIndex);
    else this.uncertain.delete(itemIndex);
    this.byItem[itemIndex] = withoutUnset(outcome);
  }

  /** Keeps in mind that an earlier run may have processed the user of an item that is sent again. */
  keepDoubt(itemIndex: number, failure: Failure): void {
    this.uncertain.add(itemIndex);
    this.earlier.set(itemIndex, failure);
  }

  /** What an earlier run that may have processed the user has left; undefined where none has. */
  doubtOf(itemIndex: number): Failure | undefined {
    return this.earlier.get(itemIndex);
  }

  /** Lets an item share the outcome of an earlier one. */
  repeat(itemIndex: number, firstItemIndex: number): void {
    this.repeats.set(itemIndex, firstItemIndex);
  }

  /** Whether any user has been processed, or may have been. */
  get someMayBeDone(): boolean {
    return this.succeeded > 0 || this.uncertain.size > 0;
  }

  /** The outcome of an item; undefined while it is not known. */
  of(itemIndex: number): Outcome | undefined {
    return this.byItem[this.repeats.get(itemIndex) ?? itemIndex];
  }

  /** Whether the user of a failed item may have been processed all the same. */
  isUncertain(itemIndex: number): boolean {
    return this.uncertain.has(this.repeats.get(itemIndex) ?? itemIndex);
  }

  /** The outcome of every item, each an object of its own; `unknown` for those that have none. */
  *all(unknown: Outcome): Generator<Outcome> {
    for (const [itemIndex, outcome] of this.byItem.entries()) {
      yield outcome ?? withoutUnset(this.of(itemIndex) ?? this.earlier.get(itemIndex) ?? unknown);
    }
  }
}
