import { readFlag } from '../../../nodes/VolcengineRtc/values/flag';
import { problemOf } from '../../support/values/reading';

const yes = ['true', 'TRUE', ' True ', 'yes', 'Y', 't', 'T', 'on', '1', '1.0', '1.00', '１', '是'];
const no = ['false', 'False', ' FALSE\n', 'no', 'N', 'f', 'F', 'off', '0', '0.0', '０', '否'];

test.each([true, 1, 1n, ...yes, '\u200btrue\ufeff', '\u00a0yes\u200e'])('%j means true', (value) => {
  expect(readFlag(value)).toEqual({ json: 'true' });
});

test.each([false, 0, -0, 0n, ...no, '\u200bfalse\ufeff'])('%j means false', (value) => {
  expect(readFlag(value)).toEqual({ json: 'false' });
});

test.each([
  ...[2, -1, 0.5, 1.5, NaN, Infinity, 2 ** 60, 10n ** 30n],
  ...['maybe', 'tru', ' ', '10', '1.5', 'yes.0', '1.0.0', 'x'.repeat(100), ' '.repeat(1000) + '1'],
  ...[[true], { value: true }, new Date(0), () => true, Symbol('true')],
])('%p is refused', (value) => {
  expect(problemOf(readFlag(value))).toMatch(/neither true nor false/);
});

test.each([
  ['tr\u200bue', /: it contains an invisible character \(U\+200B\)$/],
  ['tr ue', /: it contains a space \(U\+0020\)$/],
])('an invisible character within %j is named', (value, problem) => {
  expect(problemOf(readFlag(value))).toMatch(problem);
});
