import type { INodeExecutionData } from 'n8n-workflow';
import { invalid, type Outcome } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import { toOutputs } from '../../../../nodes/VolcengineRtc/pipeline/results/outputs';
import { itemsOf } from '../reading';

const yieldToEventLoop = async () => {};
const success: Outcome = { userId: '1', attempts: 1, requestId: 'r' };
const failure = invalid(['UserId is missing']);

test('every item comes out once, in order, on the output of its outcome', async () => {
  const items = itemsOf({ i: 0 }, { i: 1 }, { i: 2 }, { i: 3 });
  const outputs = await toOutputs(items, [success, failure, success, failure], 'outcome', yieldToEventLoop);
  expect(outputs.map((output) => output.map(({ json }) => json.i))).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test('an item keeps its JSON and is linked to its input', async () => {
  const [[item]] = await toOutputs(itemsOf({ a: { b: [1] } }), [success], 'outcome', yieldToEventLoop);
  expect(item).toEqual({ json: { a: { b: [1] }, outcome: success }, pairedItem: { item: 0 } });
});

test('binary data comes along', async () => {
  const binary = { data: { data: 'YQ==', mimeType: 'text/plain' } };
  const [, [item]] = await toOutputs([{ json: {}, binary }], [failure], 'outcome', yieldToEventLoop);
  expect(item?.binary).toBe(binary);
  const [, [plain]] = await toOutputs(itemsOf({}), [failure], 'outcome', yieldToEventLoop);
  expect(plain).not.toHaveProperty('binary');
});

test('an error or a link of the input item does not come along', async () => {
  const items = [
    { json: { a: 1 }, error: new Error('old'), pairedItem: 9 },
  ] as unknown as INodeExecutionData[];
  const [[item]] = await toOutputs(items, [success], 'outcome', yieldToEventLoop);
  expect(item).toEqual({ json: { a: 1, outcome: success }, pairedItem: { item: 0 } });
});

test('the input is not changed', async () => {
  const item = Object.freeze({ json: Object.freeze({ outcome: 'mine' }), binary: Object.freeze({}) });
  const [[output]] = await toOutputs([item], [success], 'outcome', yieldToEventLoop);
  expect(item.json).toEqual({ outcome: 'mine' });
  expect(output?.json).toEqual({ outcome: success });
});

test('the outcome goes into the field that was asked for', async () => {
  const [[item]] = await toOutputs(itemsOf({ a: 1 }), [success], 'registration', yieldToEventLoop);
  expect(item?.json).toEqual({ a: 1, registration: success });
});

test('a field named __proto__ is a field like any other', async () => {
  const [[named]] = await toOutputs(itemsOf({ a: 1 }), [success], '__proto__', yieldToEventLoop);
  expect(Object.entries(named?.json ?? {})).toEqual([
    ['a', 1],
    ['__proto__', success],
  ]);
  const given = JSON.parse('{"__proto__":{"polluted":true}}') as INodeExecutionData['json'];
  const [[kept]] = await toOutputs([{ json: given }], [success], 'outcome', yieldToEventLoop);
  expect(Object.keys(kept?.json ?? {})).toEqual(['__proto__', 'outcome']);
  expect(kept?.json.polluted).toBeUndefined();
});

test('the event loop gets its turn at every item', async () => {
  const breaths = jest.fn(yieldToEventLoop);
  await toOutputs(itemsOf({}, {}, {}), [success, failure, success], 'outcome', breaths);
  expect(breaths).toHaveBeenCalledTimes(3);
});

test('what follows waits until the event loop has had its turn', async () => {
  const isOver = new Error('the turn is over');
  const breath = async () => await Promise.reject(isOver);
  await expect(toOutputs(itemsOf({}), [success], 'outcome', breath)).rejects.toBe(isOver);
  expect(await toOutputs(itemsOf({}), [success], 'outcome', () => undefined)).toHaveLength(2);
});

test('no items make two empty outputs', async () => {
  expect(await toOutputs([], [], 'outcome', yieldToEventLoop)).toEqual([[], []]);
});
