import { isFailure, type Outcome, withoutUnset } from './outcome';

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

  constructor(itemCount: number) {
    this.byItem = new Array<Outcome | undefined>(itemCount).fill(undefined);
  }

  settle(itemIndex: number, outcome: Outcome): void {
    if (isFailure(outcome)) this.failed += 1;
    else this.succeeded += 1;
    this.byItem[itemIndex] = withoutUnset(outcome);
  }

  /** Lets an item share the outcome of an earlier one. */
  repeat(itemIndex: number, firstItemIndex: number): void {
    this.repeats.set(itemIndex, firstItemIndex);
  }

  /** Tells whether any user has been processed, or may have been. */
  someMayBeDone(): boolean {
    return this.byItem.some(
      (outcome) => outcome !== undefined && (!isFailure(outcome) || outcome.kind === 'unavailable'),
    );
  }

  /** The outcome of every item, each an object of its own; `unsettled` for those that have none. */
  *all(unsettled: Outcome): Generator<Outcome> {
    for (const [itemIndex, outcome] of this.byItem.entries()) {
      const first = this.repeats.get(itemIndex) ?? itemIndex;
      yield outcome ?? withoutUnset(this.byItem[first] ?? unsettled);
    }
  }
}
