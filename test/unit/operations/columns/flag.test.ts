import { readFlag } from '../../../../nodes/VolcengineRtc/operations/columns/flag';
import { problemOf } from './reading';

test.each([true, 'true', 'TRUE', ' True ', 'yes', 'Y', 'on', '1', 1, 1n, '是'])('%p means true', (value) => {
  expect(readFlag(value)).toEqual({ json: 'true' });
});

test.each([false, 'false', 'False', ' FALSE\n', 'no', 'N', 'off', '0', 0, 0n, '否'])(
  '%p means false',
  (value) => {
    expect(readFlag(value)).toEqual({ json: 'false' });
  },
);

test.each([2, -1, 'maybe', 'tru', ' ', '10', NaN, [true], { value: true }])('%p is refused', (value) => {
  expect(problemOf(readFlag(value))).toMatch(/neither true nor false/);
});
