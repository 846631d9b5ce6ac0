import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { invalid, notSent, type Failure, type Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import { earlierOutcomes, rememberOutcomes, takeOver } from '../../../nodes/VolcengineRtc/pipeline/rerun';
import { itemsOf, unsettled } from './reading';

interface Run {
  executionId: string;
  nodeName: string;
  runIndex: number;
  retryOnFail: boolean | undefined;
}

const usual: Run = { executionId: '1', nodeName: 'Register', runIndex: 0, retryOnFail: true };

function contextOf(changes: Partial<Run> = {}): IExecuteFunctions {
  const { executionId, nodeName, runIndex, retryOnFail } = { ...usual, ...changes };
  return {
    getNode: () => ({ name: nodeName, retryOnFail }),
    getExecutionId: () => executionId,
    evaluateExpression: (expression: string, itemIndex: number) =>
      expression === '{{ $runIndex }}' && itemIndex === 0 ? runIndex : undefined,
  } as unknown as IExecuteFunctions;
}

const twoItems = () => itemsOf({ i: 0 }, { i: 1 });

/** What a second run over items finds of a first run over two. */
function found(
  change: (items: INodeExecutionData[]) => INodeExecutionData[],
  second: Partial<Run>,
  first: Partial<Run> = {},
) {
  const items = twoItems();
  const outcomes = new Outcomes(2);
  rememberOutcomes(contextOf(first), items, outcomes);
  const again = change(items);
  return earlierOutcomes(contextOf(second), again) === outcomes;
}

const same = (items: INodeExecutionData[]) => items;

test('a run over the same items finds what the first has led to', () => {
  expect(found(same, {})).toBe(true);
  expect(found((items) => [...items], {})).toBe(true);
});

test.each<
  [what: string, change: (items: INodeExecutionData[]) => INodeExecutionData[], second: Partial<Run>]
>([
  ['another execution', same, { executionId: '2' }],
  ['another node', same, { nodeName: 'Register more' }],
  ['another turn of a loop', same, { runIndex: 1 }],
  ['a node that is not run again', same, { retryOnFail: false }],
  ['a node that says nothing of it', same, { retryOnFail: undefined }],
  ['items of another branch', (items) => items.map(({ json }) => ({ json })), {}],
  ['the first item alone', (items) => items.slice(0, 1), {}],
  ['more items', (items) => [...items, ...twoItems()], {}],
  ['another last item', (items) => [items[0]!, { json: { i: 1 } }], {}],
  ['no items', () => [], {}],
])('%s finds nothing', (_what, change, second) => {
  expect(found(change, second)).toBe(false);
});

test('a node that is not run again keeps nothing', () => {
  expect(found(same, {}, { retryOnFail: false })).toBe(false);
});

test('a run without items keeps nothing', () => {
  rememberOutcomes(contextOf(), [], new Outcomes(0));
  expect(earlierOutcomes(contextOf(), [])).toBeUndefined();
});

test('what n8n does to its list of items afterwards changes nothing', () => {
  const items = twoItems();
  const outcomes = new Outcomes(2);
  rememberOutcomes(contextOf(), items, outcomes);
  const again = [...items];
  items.pop();
  expect(earlierOutcomes(contextOf(), again)).toBe(outcomes);
});

test('the last run is the one that counts', () => {
  const items = twoItems();
  const [first, second] = [new Outcomes(2), new Outcomes(2)];
  rememberOutcomes(contextOf(), items, first);
  rememberOutcomes(contextOf(), items, second);
  expect(earlierOutcomes(contextOf(), items)).toBe(second);
});

describe('of what a first run has led to, a second', () => {
  const success: Outcome = { userId: '0', attempts: 1, requestId: 'r1' };
  const waiting = notSent({ code: 'Odd', message: 'said' });
  const unavailable: Failure = { ...waiting, userId: '0', kind: 'unavailable' };
  const rejected: Failure = { ...waiting, kind: 'rejected', retryable: false };

  function secondAfter(outcome: Outcome | undefined, isUncertain = false) {
    const [first, second] = [new Outcomes(1), new Outcomes(1)];
    if (outcome !== undefined) first.record(0, outcome, isUncertain);
    takeOver(first, second, 1);
    return second;
  }

  test.each<[what: string, outcome: Outcome, isUncertain: boolean]>([
    ['a success', success, false],
    ['a refusal', rejected, false],
    ['an item that is no user', invalid(['UserId is missing']), false],
    ['a refusal of a user that may be registered', rejected, true],
  ])('takes over %s', (_what, outcome, isUncertain) => {
    const second = secondAfter(outcome, isUncertain);
    expect([second.of(0), second.doubtOf(0), second.isUncertain(0)]).toEqual([
      outcome,
      undefined,
      isUncertain,
    ]);
  });

  test.each<[what: string, outcome: Outcome | undefined]>([
    ['a user that was not sent', waiting],
    ['a user that no request has reached', unavailable],
    ['an item without an outcome', undefined],
  ])('takes over nothing of %s', (_what, outcome) => {
    const second = secondAfter(outcome);
    expect([second.of(0), second.doubtOf(0), second.isUncertain(0)]).toEqual([undefined, undefined, false]);
  });

  test('takes over the doubt about a user that may be registered', () => {
    const second = secondAfter(unavailable, true);
    expect([second.of(0), second.doubtOf(0), second.isUncertain(0)]).toEqual([undefined, unavailable, true]);
  });

  test('and a third take over a doubt about a user that the second did not come to', () => {
    const third = new Outcomes(1);
    takeOver(secondAfter(unavailable, true), third, 1);
    expect([third.of(0), third.doubtOf(0), third.isUncertain(0)]).toEqual([undefined, unavailable, true]);
  });

  test('takes over what repetitions share, each for itself', () => {
    const [first, second] = [new Outcomes(2), new Outcomes(2)];
    first.record(0, success);
    first.repeat(1, 0);
    takeOver(first, second, 2);
    expect([...second.all(unsettled)]).toEqual([success, success]);
    expect(second.succeeded).toBe(2);
  });
});
