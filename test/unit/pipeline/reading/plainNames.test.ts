import { plainNames } from '../../../../nodes/VolcengineRtc/pipeline/reading/plainNames';

const plainName = plainNames();

test.each([
  ['userId', 'userid'],
  ['User ID', 'userid'],
  ['__user-id__', 'userid'],
  ['\ufeffUser\u00a0\u200bID\n', 'userid'],
  ['用户ID', '用户id'],
  ['😀', '😀'],
  ['', ''],
  [' _-', ''],
])('of %j, %j counts', (name, plain) => {
  expect(plainName(name)).toBe(plain);
  // Once more, now that its characters are known.
  expect(plainName(name)).toBe(plain);
});

test("a name of up to 64 characters may be a column's, if no more than 32 of them count", () => {
  expect(plainName(`id${'_'.repeat(62)}`)).toBe('id');
  expect(plainName(`id${'_'.repeat(63)}`)).toBeUndefined();
  expect(plainName('x'.repeat(32))).toBe('x'.repeat(32));
  expect(plainName('x'.repeat(33))).toBeUndefined();
});
