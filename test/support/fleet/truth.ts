import { discrepancies } from '../n8n/compare';
import type { Lists } from './lists';
import type { Outcome } from './outcomes';
import type { Ended } from './stage';

/** What the executions have reported and the service does not confirm, in words; empty where all is true. */
export function untruths({ outcomes, registered }: Ended, lists: Lists): string[] {
  const ledger = new Set(registered);
  return outcomes.flatMap((outcome) => {
    const list = lists[outcome.list] ?? [];
    const known = list.filter((id) => ledger.has(id));
    const found = discrepancies({
      read: list.length,
      registered: idsOf(outcome),
      failed: outcome.failed.length,
      ledger: known,
    });
    return found.map((words) => `list ${outcome.list}: ${words}`);
  });
}

/** The users on Success, in the order of the list. */
export function idsOf({ registered }: Outcome): string[] {
  return registered.map((row) => row['User ID'] ?? '');
}
