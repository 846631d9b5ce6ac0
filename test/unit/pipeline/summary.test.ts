import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { summarize } from '../../../nodes/VolcengineRtc/pipeline/summary';

const one = { succeeded: 1, failed: 1, requests: 1, retries: 1, seconds: 0.04 };
const many = { succeeded: 40, failed: 0, requests: 3, retries: 2, seconds: 12.25 };

test('a run is summed up in one line, with one and many told apart', () => {
  expect(summarize(registerUsers, one, false)).toBe(
    '1 user registered, 1 failed: 1 request, 1 retry, 0.0 s.',
  );
  expect(summarize(registerUsers, many, false)).toBe(
    '40 users registered, 0 failed: 3 requests, 2 retries, 12.3 s.',
  );
});

test('a run that only checked says that nothing was sent', () => {
  expect(summarize(registerUsers, one, true)).toBe(
    'Checked only, nothing was sent: 1 user valid in 1 request, 1 failed.',
  );
  expect(summarize(registerUsers, many, true)).toBe(
    'Checked only, nothing was sent: 40 users valid in 3 requests, 0 failed.',
  );
});
