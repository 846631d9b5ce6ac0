import { backoffMs } from '../../../../nodes/VolcengineRtc/transport/time/backoff';

test.each([
  [1, 500],
  [2, 1000],
  [3, 2000],
  [6, 16_000],
  [7, 20_000],
  [50, 20_000],
])('after %i failures the wait is spread over up to %i ms', (failures, most) => {
  expect(backoffMs(failures, 0, 0)).toBe(0);
  expect(backoffMs(failures, 0, 0.5)).toBe(most / 2);
  expect(backoffMs(failures, 0, 1)).toBe(most);
});

test('what the service asks for is waited in any case, and the jitter on top', () => {
  expect(backoffMs(1, 3000, 0)).toBe(3000);
  expect(backoffMs(1, 3000, 0.5)).toBe(3250);
});

test('a service that asks for hours is waited for a minute', () => {
  expect(backoffMs(1, 7_200_000, 0)).toBe(60_000);
});
