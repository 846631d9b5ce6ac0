import { isGiven } from '../../../nodes/VolcengineRtc/values/isGiven';

test.each(
  [undefined, null, '', ' ', '\n\t', '\u00a0', '\ufeff\u200b', ' '.repeat(1000), []].map((value) => ({
    value,
  })),
)('$value gives nothing', ({ value }) => expect(isGiven(value)).toBe(false));

test.each(
  [0, false, NaN, 'a', ' a ', '.', '[]', [null], [''], {}, new Date(0), 0n].map((value) => ({ value })),
)('$value gives something', ({ value }) => expect(isGiven(value)).toBe(true));

test('text of more than 64 KiB gives something, which is refused unread', () => {
  expect(isGiven(' '.repeat(65_536))).toBe(false);
  expect(isGiven(' '.repeat(65_537))).toBe(true);
});
