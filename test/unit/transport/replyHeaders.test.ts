import { readClockAheadMs, readRetryAfterMs } from '../../../nodes/VolcengineRtc/transport/replyHeaders';

const now = Date.parse('2025-03-29T18:09:37Z');

test.each([
  ['3', 3000],
  [' 0.5 ', 500],
  ['1.25', 1250],
  ['3 days', undefined],
  ['0', 0],
  ['Sat, 29 Mar 2025 18:09:47 GMT', 10_000],
  ['Sat, 29 Mar 2025 18:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  [undefined, undefined],
  [['1', '2'], undefined],
])('Retry-After %j means %j ms', (value, expected) => {
  expect(readRetryAfterMs({ 'retry-after': value }, now)).toBe(expected);
});

test.each([
  ['Sat, 29 Mar 2025 18:09:37 GMT', 0],
  ['Sat, 29 Mar 2025 17:09:37 GMT', 3_600_000],
  ['Sat, 29 Mar 2025 19:09:37 GMT', -3_600_000],
  ['yesterday', undefined],
  [undefined, undefined],
])('with the Date %j our clock is %j ms ahead', (date, expected) => {
  expect(readClockAheadMs({ date }, now)).toBe(expected);
});
