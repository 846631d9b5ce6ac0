import { Turns } from '../../../../nodes/VolcengineRtc/transport/limiter/Turns';

interface Waiter {
  name: string;
  execution: object;
}

/** Waiters by name, whose first letter is their execution. */
function turnsOf(...names: string[]): { turns: Turns<Waiter>; waiter(name: string): Waiter } {
  const executions = new Map<string, object>();
  const waiters = new Map<string, Waiter>();
  const waiter = (name: string): Waiter => {
    const execution = executions.get(name.charAt(0)) ?? {};
    executions.set(name.charAt(0), execution);
    const known = waiters.get(name) ?? { name, execution };
    waiters.set(name, known);
    return known;
  };
  const turns = new Turns<Waiter>();
  names.forEach((name) => turns.add(waiter(name)));
  return { turns, waiter };
}

const heads = (turns: Turns<Waiter>) => [...turns.next()].map(({ name }) => name);

/** Serves whoever is next, over and over. */
function order(turns: Turns<Waiter>): string[] {
  const names: string[] = [];
  for (let [next] = turns.next(); next !== undefined; [next] = turns.next()) {
    turns.serve(next);
    names.push(next.name);
  }
  return names;
}

test('turns go round the executions, first come first served within each', () => {
  const { turns } = turnsOf('a1', 'a2', 'a3', 'b1', 'b2', 'c1');
  expect(heads(turns)).toEqual(['a1', 'b1', 'c1']);
  expect(order(turns)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('a newcomer goes to the end, and so does one that comes back', () => {
  const { turns, waiter } = turnsOf('a1', 'b1', 'b2');
  turns.serve(waiter('a1'));
  turns.add(waiter('c1'));
  turns.add(waiter('a2'));
  expect(heads(turns)).toEqual(['b1', 'c1', 'a2']);
});

test('an execution that is passed over keeps its turn', () => {
  const { turns, waiter } = turnsOf('a1', 'b1', 'b2');
  turns.serve(waiter('b1'));
  expect(heads(turns)).toEqual(['a1', 'b2']);
});

test('one that gives up leaves the turn to the next of its execution, or to the next execution', () => {
  const { turns, waiter } = turnsOf('a1', 'a2', 'b1');
  turns.delete(waiter('a1'));
  expect(heads(turns)).toEqual(['a2', 'b1']);
  turns.delete(waiter('a2'));
  expect(heads(turns)).toEqual(['b1']);
  turns.delete(waiter('a2'));
  expect(order(turns)).toEqual(['b1']);
});
