import { meanSeconds, recoveries } from '../support/simulation/recovery';

test.each(recoveries)('$what: within $aim s', async (recovery) => {
  const seconds = await meanSeconds(recovery, 4);
  expect(seconds).toBeGreaterThanOrEqual(recovery.atBest);
  expect(seconds).toBeLessThanOrEqual(recovery.aim);
});
