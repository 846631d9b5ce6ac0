import {
  type FieldPath,
  parseFieldPath,
  readFieldPath,
} from '../../../../nodes/VolcengineRtc/pipeline/reading/fieldPath';

test.each<[text: string, path: string[]]>([
  ['={{ $json.UserId }}', ['UserId']],
  ['={{$json.a.b}}', ['a', 'b']],
  ['={{ $json["a b"] }}', ['a b']],
  ["={{ $json['a b'].c }}", ['a b', 'c']],
  ['={{ $json.list[0] }}', ['list', '0']],
  ['={{ $json . a [ "b" ] [ 12 ] }}', ['a', 'b', '12']],
  ['={{ $json.用户.$x._y1 }}', ['用户', '$x', '_y1']],
  ['={{ $json[""] }}', ['']],
])('%s is a field of the item', (text, path) => {
  expect(parseFieldPath(text)).toEqual(path);
});

test.each([
  '={{ $json }}',
  '={{ $json.a + 1 }}',
  '={{ $json.a }}!',
  'x={{ $json.a }}',
  '={{ $json.a() }}',
  '={{ $json[a] }}',
  '={{ $json["a\\n"] }}',
  '={{ $json["a}}"] }}',
  '={{ $input.a }}',
  '={{ $json.constructor }}',
  '={{ $json.a.__proto__ }}',
  '={{ $json["toString"].a }}',
  '={{ $json.prepareStackTrace }}',
  `={{ $json.${'a'.repeat(2000)} }}`,
])('%s is for n8n to evaluate', (text) => {
  expect(parseFieldPath(text)).toBeUndefined();
});

test.each([
  [1000, true],
  [1001, false],
])('a text of %i characters is looked into: %p', (length, isRead) => {
  const frame = '={{ $json. }}';
  const text = `={{ $json.${'a'.repeat(length - frame.length)} }}`;
  expect(text).toHaveLength(length);
  expect(parseFieldPath(text) !== undefined).toBe(isRead);
});

class Money {
  amount = 1;
}

const date = new Date(0);
const list = Object.assign([1, [2]], { total: 3 });
const item = {
  text: 'abc',
  nothing: null,
  unset: undefined,
  zero: 0,
  object: { a: { b: 1 } },
  list,
  date,
  money: new Money(),
  bare: Object.assign(Object.create(null) as object, { a: 1 }),
  call: () => 1,
};

test.each<[path: FieldPath, value: unknown]>([
  [['text'], 'abc'],
  [['nothing'], null],
  [['unset'], undefined],
  [['zero'], 0],
  [['call'], item.call],
  [['object'], item.object],
  [['object', 'a', 'b'], 1],
  [['list'], list],
  [['list', '1', '0'], 2],
  [['missing'], undefined],
  [['missing', 'a'], undefined],
  [['object', 'missing', 'b'], undefined],
])('at %j lies %p', (path, value) => {
  expect(readFieldPath(item, path)).toStrictEqual({ value });
});

test.each<[path: FieldPath]>([
  [['text', 'length']],
  [['nothing', 'a']],
  [['unset', 'a']],
  [['call', 'name']],
  [['list', '2']],
  [['list', 'total']],
  [['list', 'length']],
  [['date']],
  [['date', 'a']],
  [['money']],
  [['money', 'amount']],
  [['bare']],
  [['bare', 'a']],
])('what lies at %j is for n8n to say', (path) => {
  expect(readFieldPath(item, path)).toBeUndefined();
});

test('only digits from beginning to end are places of a list', () => {
  const names = Object.assign([1], { '1a': 1, a1: 1, '-1': 1 });
  for (const name of ['1a', 'a1', '-1']) expect(readFieldPath(names, [name])).toBeUndefined();
  expect(readFieldPath(Array(11).fill('x'), ['10'])).toEqual({ value: 'x' });
});
