import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Outcomes } from '../../../../nodes/VolcengineRtc/pipeline/results/Outcomes';
import { earlierOutcomes, rememberOutcomes } from '../../../../nodes/VolcengineRtc/pipeline/results/rerun';
import { itemsOf } from '../reading';

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
