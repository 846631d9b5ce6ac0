import type { Expectation } from '../expectation';
import { isUserReadable, type ItemPlan } from '../items';
import { outcomesInOrder, placeOf } from '../../outcomes/outcomes';
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
  'every item comes out exactly once, in input order, and linked to its input': ({ outputs, items }) => {
    if (outputs === undefined) return;
    const places = outputs.map((output) => output.map(placeOf));
    demand(outputs.length === 2, () => `${outputs.length} outputs`);
    places.forEach((some) =>
      demand(
        same(
          some,
          some.toSorted((a, b) => a - b),
        ),
        () => `out of order: ${some.join()}`,
      ),
    );
    const all = places.flat().sort((a, b) => a - b);
    demand(same(all, [...items.keys()]), () => `items ${all.join()} of ${items.length}`);
  },

  'an item keeps its data, and gets nothing but the outcome': ({ outputs = [], items }) => {
    for (const item of outputs.flat()) {
      const { json, binary, ...rest } = item;
      const { outcome, ...kept } = json;
      const given = items[placeOf(item)];
      demand(outcome !== undefined, () => 'an item without an outcome');
      demand(
        same(kept, given?.json) && same(binary, given?.binary),
        () => `changed: ${JSON.stringify(item)}`,
      );
      demand(same(Object.keys(rest), ['pairedItem']), () => `with more: ${Object.keys(rest).join()}`);
    }
  },

  'an outcome says first whether it is a success': ({ outputs = [] }) => {
    outputs.forEach((items, output) =>
      items.forEach(({ json }) => {
        const [first] = Object.entries(json.outcome as object);
        demand(same(first, ['success', output === 0]), () => JSON.stringify(json.outcome));
      }),
    );
  },

  'an item that is no user, or contradicts one, is told so and never sent': (play) => {
    const codes: Record<string, string> = { invalid: 'InvalidUser', contradiction: 'DuplicateUserId' };
    const outcomes = outcomesInOrder(play);
    outcomes.forEach((outcome, place) => {
      const role = play.expected[place]?.role as string;
      if (outcome.kind === 'notSent' && !isReadWhole(play)) return;
      const isValidation = outcome.kind === 'validation';
      demand(isValidation === role in codes, () => `item ${place}, ${role}: ${JSON.stringify(outcome)}`);
      if (!isValidation) return;
      const { first } = play.expected[place] as Expectation;
      const mayHelp = role === 'contradiction' && outcomes[first]?.isSuccess === false;
      const isRight = outcome.code === codes[role] && outcome.attempts === 0 && outcome.retryable === mayHelp;
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
    const [registered, before, failed = 0, requests] = numbers[0] ?? [];
    demand(registered === users.registered && before === users.before && requests === sent, told);
    // Of items that were not read nobody knows whose they are.
    demand(isReadWhole(play) ? failed === users.failed : failed >= users.failed, told);
  },
};

/** Users by what became of them, each once, told from the plan of the items and from their outcomes. */
function usersOf(play: Play): { registered: number; before: number; failed: number } {
  const { expected, script } = play;
  const users = { registered: 0, before: 0, failed: 0 };
  const sound = new Set<string>();
  const invalid = new Set<string>();
  outcomesInOrder(play).forEach((outcome, place) => {
    const { role, appId, userId } = expected[place] as Expectation;
    if (role === 'first') {
      sound.add(`${appId}/${userId}`);
      users[!outcome.isSuccess ? 'failed' : outcome.code === undefined ? 'registered' : 'before'] += 1;
    }
    if (role !== 'invalid') return;
    if (isUserReadable(script.items[place] as ItemPlan)) invalid.add(`${appId}/${userId}`);
    else users.failed += 1;
  });
  users.failed += [...invalid].filter((user) => !sound.has(user)).length;
  return users;
}
