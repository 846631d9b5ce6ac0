import {
  expressionProblem,
  isOfItself,
} from '../../../../nodes/VolcengineRtc/pipeline/reading/expressionErrors';
import { problemText } from '../../../../nodes/VolcengineRtc/values/reading';

/** An error as n8n makes them, with what it puts beside the message. */
function errorOf(message: string, context?: object): Error {
  return Object.assign(new Error(message), context && { context });
}

test.each<[kind: string, error: unknown, text: string]>([
  ['any error', new Error('boo'), 'boo'],
  ['what is no error', 'boo', 'boo'],
  ['a very long text', 'x'.repeat(10_000), 'x'.repeat(500)],
  ['a type and a node that are no text', errorOf('boo', { type: 7, nodeCause: {} }), 'boo'],
  ['a very long error', new Error('x'.repeat(10_000)), 'x'.repeat(500)],
  ['an error without a context', Object.assign(new Error('boo'), { context: undefined }), 'boo'],
  [
    'an error that does not name its node',
    errorOf("Referenced node doesn't exist", { nodeCause: 'List' }),
    `Referenced node doesn't exist ("List")`,
  ],
  [
    'one that does',
    errorOf("Node 'List' hasn't been executed", { nodeCause: 'List' }),
    "Node 'List' hasn't been executed",
  ],
  [
    'an error of item linking',
    errorOf('Multiple matches found', { type: 'paired_item_multiple_matches', nodeCause: 'List' }),
    'Multiple matches found ("List"): this item was made of several items of that node, and n8n cannot choose between them. Take the field along in the items, or use .first() in place of .item',
  ],
  ['a type that every object has', errorOf('boo', { type: 'toString' }), 'boo'],
])('%s is described', (_kind, error, text) => {
  expect(problemText(expressionProblem('it failed', error))).toBe(`it failed: ${text}`);
});

test.each([
  ...['paired_item_multiple_matches', 'paired_item_no_info', 'paired_item_invalid_info'],
  ...['paired_item_intermediate_nodes', 'paired_item_no_connection'],
])('what %s means is said', (type) => {
  expect(expressionProblem('it failed', errorOf('x', { type }))).toStrictEqual({
    problem: expect.stringMatching(/^it failed: x: .*[^.]$/) as string,
    remedy: 'Take the field along in the items, or use .first() in place of .item',
  });
});

test.each([
  'invalid syntax',
  "Referenced node doesn't exist",
  'Referenced node does not exist',
  "Node 'List' hasn't been executed",
  'Cannot access "mainModule" due to security concerns',
  'Expression contains invalid constructor function call',
  'access to env vars denied',
  'this is a function, please add ()',
  'this is a DateTime, please access its methods',
])('an expression fails of itself with: %s', (message) => {
  expect(isOfItself(new Error(message))).toBe(true);
});

test('an expression that names a node without a connection fails of itself', () => {
  expect(isOfItself(errorOf('Invalid expression', { type: 'paired_item_no_connection' }))).toBe(true);
});

test.each([
  errorOf('Multiple matches found', { type: 'paired_item_multiple_matches' }),
  new Error('cannot convert to date'),
  'boo',
])('the item is at fault for: %s', (error) => expect(isOfItself(error)).toBe(false));
