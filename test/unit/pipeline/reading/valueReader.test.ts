import type { IExecuteFunctions } from 'n8n-workflow';
import { valueReader } from '../../../../nodes/VolcengineRtc/pipeline/reading/valueReader';
import { itemsOf } from '../reading';

/** Reads a parameter for the items in turn; with what n8n had to evaluate. */
function read(raw: unknown, ...jsons: Parameters<typeof itemsOf>) {
  const evaluate = jest.fn((_name: string, itemIndex: number) => `evaluated ${itemIndex}`);
  const context = { getNodeParameter: evaluate } as unknown as IExecuteFunctions;
  const reader = valueReader(context, itemsOf(...jsons), 'appId', raw);
  return { values: jsons.map((_, itemIndex) => reader(itemIndex)), evaluate };
}

test.each(['666675', 7, true, null, '', 'a = b'])('the constant %j is taken as it is', (raw) => {
  const { values, evaluate } = read(raw, {}, {});
  expect(values).toEqual([raw, raw]);
  expect(evaluate).not.toHaveBeenCalled();
});

test('a dragged field is looked up in the item, without n8n', () => {
  const { values, evaluate } = read('={{ $json.app }}', { app: 1 }, { app: null }, {});
  expect(values).toEqual([1, null, undefined]);
  expect(evaluate).not.toHaveBeenCalled();
});

test('a field on which the evaluator may differ is evaluated by n8n, for that item alone', () => {
  const { values, evaluate } = read('={{ $json.app.id }}', { app: { id: 1 } }, { app: 'text' });
  expect(values).toEqual([1, 'evaluated 1']);
  expect(evaluate.mock.calls).toEqual([['appId', 1, undefined]]);
});

test('any other expression is evaluated by n8n', () => {
  const { values, evaluate } = read('={{ $json.app + 1 }}', {}, {});
  expect(values).toEqual(['evaluated 0', 'evaluated 1']);
  expect(evaluate.mock.calls).toEqual([
    ['appId', 0, undefined],
    ['appId', 1, undefined],
  ]);
});

test('an expression is evaluated once, where one item is asked for twice in a row', () => {
  const evaluate = jest.fn((_name: string, itemIndex: number) => itemIndex);
  const context = { getNodeParameter: evaluate } as unknown as IExecuteFunctions;
  const reader = valueReader(context, itemsOf({}, {}), 'appId', '={{ 1 }}');
  expect([0, 0, 1, 0].map(reader)).toEqual([0, 0, 1, 0]);
  expect(evaluate).toHaveBeenCalledTimes(3);
});
