import type { Expectation } from '../expectation';
import { isUserReadable } from '../itemOf';
import type { ItemPlan } from '../items';
import { outcomesInOrder } from '../../outcomes/outcomes';
import { factsOf } from '../facts';
import type { Play } from '../play';
import { isStopped, mayBeDone } from '../stops';
import { demand, type Law } from './law';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether all items have been read: a run that stops with nothing done leaves the rest unread. */
function isReadWhole(play: Play): boolean {
  return !isStopped(play) || mayBeDone(play);
}

/** What holds for the items, whatever became of their users. */
export const itemLaws: Record<string, Law> = {
  'an item that cannot be sent, or contradicts an earlier one, is told so and never sent': (play) => {
    const outcomes = outcomesInOrder(play);
    outcomes.forEach((outcome, place) => {
      const { role, first, code = 'DuplicateUserId' } = play.expected[place] as Expectation;
      if (outcome.kind === 'notSent' && !isReadWhole(play)) return;
      const isValidation = outcome.kind === 'validation';
      demand(
        isValidation === (role === 'invalid' || role === 'contradiction'),
        () => `item ${place}, ${role}: ${JSON.stringify(outcome)}`,
      );
      if (!isValidation) return;
      const mayHelp = role === 'contradiction' && outcomes[first]?.isSuccess === false;
      const isRight = outcome.code === code && outcome.attempts === 0 && outcome.retryable === mayHelp;
      demand(isRight, () => `item ${place}, ${role}: ${JSON.stringify(outcome)}`);
    });
  },

  'identical items share the outcome of the first of them': (play) => {
    const outcomes = outcomesInOrder(play);
    outcomes.forEach((outcome, place) => {
      const { role, first } = play.expected[place] as Expectation;
      if (role !== 'repetition' || (outcome.kind === 'notSent' && !isReadWhole(play))) return;
      demand(same(outcome, outcomes[first]), () => `items ${first} and ${place} differ`);
    });
  },

  'the hint tells the numbers as they are, of users and not of items': (play) => {
    if (play.outputs === undefined) return demand(play.hints.length === 0, () => play.hints.join());
    const sent = play.recorder.sent.filter(
      ({ told, run }) => told?.[0] !== 'unsendable' && run === play.lastRun,
    ).length;
    const users = usersOf(play);
    const numbers = play.hints.map((hint) => (hint.match(/\d+/g) ?? []).slice(0, 4).map(Number));
    const told = () => `${play.hints.join()} for ${JSON.stringify(users)} and ${sent} requests`;
    demand(numbers.length === 1, told);
    const [done, ...others] = numbers[0] ?? [];
    // Where there is no such thing as done before, nothing is said of it.
    const [before, failed = 0, requests] =
      factsOf(play.script).alreadySo === undefined ? [0, ...others] : others;
    demand(done === users.done && before === users.before && requests === sent, told);
    // Of items that were not read nobody knows whose they are.
    demand(isReadWhole(play) ? failed === users.failed : failed >= users.failed, told);
  },
};

/** Users by what became of them, each once, told from the plan of the items and from their outcomes. */
function usersOf(play: Play): { done: number; before: number; failed: number } {
  const { expected, script } = play;
  const users = { done: 0, before: 0, failed: 0 };
  const sound = new Set<string>();
  const invalid = new Set<string>();
  outcomesInOrder(play).forEach((outcome, place) => {
    const { role, group, userId } = expected[place] as Expectation;
    if (role === 'first') {
      sound.add(`${group}/${userId}`);
      users[!outcome.isSuccess ? 'failed' : outcome.code === undefined ? 'done' : 'before'] += 1;
    }
    if (role !== 'invalid') return;
    if (isUserReadable(script.items[place] as ItemPlan, script.operation)) invalid.add(`${group}/${userId}`);
    else users.failed += 1;
  });
  users.failed += [...invalid].filter((user) => !sound.has(user)).length;
  return users;
}
