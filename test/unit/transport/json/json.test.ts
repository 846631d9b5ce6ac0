import { isObject } from '../../../../nodes/VolcengineRtc/transport/json/json';

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['text', false],
  [undefined, false],
])('%p is an object: %p', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});
