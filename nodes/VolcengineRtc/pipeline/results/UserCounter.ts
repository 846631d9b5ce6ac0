import { isFailure, type Outcome } from '../outcome';

/** Users by what became of them, each counted once, whatever the number of its items. */
export interface UserCount {
  done: number;
  /** They were as wanted before the run. */
  doneBefore: number;
  failed: number;
}

/** Counts users as their outcomes become known. */
export class UserCounter {
  private readonly users: UserCount = { done: 0, doneBefore: 0, failed: 0 };

  count(outcome: Outcome): void {
    this.users[groupOf(outcome)] += 1;
  }

  /** Takes back a user that has been counted as failed for an invalid item, and is counted for another one as well. */
  countOnce(): void {
    this.users.failed -= 1;
  }

  withFailed(more: number): UserCount {
    return { ...this.users, failed: this.users.failed + more };
  }
}

/** A success with a code is none of this run: the user was there before. A dry run has a code of its own. */
function groupOf(outcome: Outcome): keyof UserCount {
  if (isFailure(outcome)) return 'failed';
  return outcome.code === undefined || outcome.code === 'Validated' ? 'done' : 'doneBefore';
}
