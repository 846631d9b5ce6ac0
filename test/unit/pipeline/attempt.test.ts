import { attemptAfter } from '../../../nodes/VolcengineRtc/pipeline/attempt';
import { attemptsOf, failing } from './attempts';

const [attempt] = attemptsOf(1) as [ReturnType<typeof attemptsOf>[number]];

test('what a retry would have mended is reported if the retry is never made', () => {
  const verdict = failing(attempt, 'again');
  expect(attemptAfter(attempt, verdict)).toEqual({
    entry: attempt.entry,
    attempts: 1,
    isUncertain: false,
    last: verdict.outcome,
  });
});

test('a refusal of the request is reported only where the user may have been processed before', () => {
  const verdict = failing(attempt, 'halve');
  expect(attemptAfter(attempt, verdict)).not.toHaveProperty('last');
  expect(attemptAfter(attempt, { ...verdict, isUncertain: true })).toMatchObject({
    isUncertain: true,
    last: verdict.outcome,
  });
});
