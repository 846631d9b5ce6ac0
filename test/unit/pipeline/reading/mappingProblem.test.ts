import type { INodeExecutionData } from 'n8n-workflow';
import { mappingProblem } from '../../../../nodes/VolcengineRtc/pipeline/reading/mappingProblem';
import { itemsOf, readingOf } from '../reading';

type Json = INodeExecutionData['json'];

const appId = '666675';
const enterAppId =
  'Enter the integer ID of the IM app, from the RTC console under IM (https://console.volcengine.com/rtc/im/appManage).';
const correctIt = 'Correct the expression: its syntax, or the name of a node in it.';

/** The problem of a mapping of as many items, and which of them n8n was asked for. */
function problemOf(parameters: Json, itemCount: number, evaluate?: (itemIndex: number) => unknown) {
  const asked: number[] = [];
  const reading = readingOf(parameters, itemsOf(...Array(itemCount).fill({})), (_name, itemIndex) => {
    asked.push(itemIndex);
    return evaluate?.(itemIndex);
  });
  const { message: problem, description } = mappingProblem(reading, itemCount) ?? {};
  return { problem, description, asked };
}

const always: (itemIndex: number) => boolean = () => true;

const failing =
  (message: string, isFailing = always) =>
  (itemIndex: number) => {
    if (isFailing(itemIndex)) throw new Error(message);
    return '7';
  };

describe('a constant App ID', () => {
  test.each(['666675', ' 666675 ', 666675, '６６６６７５'])('of %j is sound', (value) => {
    expect(problemOf({ appId: value }, 1)).toEqual({ problem: undefined, asked: [] });
  });

  test.each<[value: unknown, problem: RegExp]>([
    ['5f3c0a1b2c3d4e5f6a7b8c9d', /^App ID: "5f3c0a1b2c3d4e5f6a7b8c9d" is the ID of an RTC app\.$/],
    [' 123456789012345678901234 ', /^App ID: "123456789012345678901234" is the ID of an RTC app/],
    ['my app', /^App ID: "my app" is not an integer/],
    [-1, /^App ID: -1 is not an integer/],
    ['', /^'App ID' is missing\.$/],
    [' ', /^'App ID' is missing\.$/],
    [undefined, /^'App ID' is missing\.$/],
    [null, /^'App ID' is missing\.$/],
  ])('of %j is none, whether there are items or not', (value, problem) => {
    for (const itemCount of [0, 3]) {
      const found = problemOf({ appId: value as string }, itemCount);
      expect(found.problem).toMatch(problem);
      expect(found.description).toBe(enterAppId);
    }
  });
});

describe('an App ID that names no item', () => {
  test.each<[value: unknown, problem: string | undefined]>([
    ['666675', undefined],
    ['my app', 'App ID: "my app" is not an integer from 0 to 9223372036854775807, written in digits.'],
    [undefined, "'App ID' is missing."],
  ])('and comes to %j is looked at once', (value, problem) => {
    expect(problemOf({ appId: '={{ $vars.app }}' }, 3, () => value)).toEqual({
      problem,
      asked: [0],
      ...(problem !== undefined && { description: enterAppId }),
    });
  });

  test('and fails has a problem', () => {
    const { problem, description } = problemOf({ appId: '={{ $vars.app() }}' }, 3, failing('boo'));
    expect(problem).toBe('App ID: its expression failed: boo.');
    expect(description).toBe(correctIt);
  });
});

test('an App ID that differs between items may be none for some of them', () => {
  expect(problemOf({ appId: '={{ $json.app + 1 }}' }, 3, () => 'x')).toEqual({
    problem: undefined,
    asked: [0],
  });
});

const mapped = (raw: string): Json => ({
  appId,
  users: { value: { UserId: '={{ $json.id }}', NickName: raw } },
});
const complex = '={{ $json.a + "!" }}';
const missingNode = "Referenced node doesn't exist";

test.each(['invalid syntax', missingNode])(
  'an expression that fails with "%s" for all items is a problem',
  (message) => {
    expect(problemOf(mapped(complex), 3, failing(message))).toMatchObject({
      problem: `NickName: its expression cannot work for any item: ${message}.`,
      description: correctIt,
    });
  },
);

test('so is that of the App ID', () => {
  expect(problemOf({ appId: complex }, 3, failing('invalid syntax')).problem).toMatch(
    /^App ID: its expression cannot/,
  );
});

test('twenty items are asked at most', () => {
  const { asked, problem } = problemOf(mapped(complex), 1000, failing(missingNode));
  expect(asked).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(problem).toBeDefined();
});

test.each<[kind: string, message: string, isFailing: (itemIndex: number) => boolean]>([
  ['the item is at fault', 'cannot convert to date', () => true],
  ['another item does not fail', missingNode, (itemIndex) => itemIndex < 5],
  ['the first item does not fail', missingNode, (itemIndex) => itemIndex > 0],
])('an expression is no problem of the mapping where %s', (_kind, message, isFailing) => {
  expect(problemOf(mapped(complex), 10, failing(message, isFailing)).problem).toBeUndefined();
});

test('where all is well, only the first item is asked', () => {
  expect(problemOf(mapped(complex), 10, () => 'Ann')).toEqual({ problem: undefined, asked: [0] });
});

test('without items there is nothing to ask', () => {
  expect(problemOf(mapped(complex), 0, failing(missingNode))).toEqual({ problem: undefined, asked: [] });
});

test('columns that are mapped by name cannot fail as a whole', () => {
  expect(problemOf({ appId, users: { mappingMode: 'autoMapInputData' } }, 3).problem).toBeUndefined();
});
