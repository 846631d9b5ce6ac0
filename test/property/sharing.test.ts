import { simulate } from '../support/simulation/fleet';
import { measure } from '../support/simulation/measures';
import { seededRandom } from '../support/random/seededRandom';

const seconds = 400;

test.each([
  [50, 1],
  [50, 2],
  [50, 4],
  [50, 16],
  [100, 2],
  [100, 8],
])('a limit of %i is shared by %i processes that do not know of each other', async (limit, processes) => {
  const random = seededRandom(processes);
  const requests = await simulate({ processes, limit, seconds, latencyMs: 100, jitterMs: 20, random });
  const shared = measure(requests, { fromSeconds: 60, toSeconds: seconds, limit });
  expect(shared.utilisation).toBeGreaterThanOrEqual(0.92);
  expect(shared.throttledShare).toBeLessThanOrEqual(0.02);
  // Over half an hour it is 0.96 or more, see docs/scaling.md.
  expect(shared.fairness).toBeGreaterThanOrEqual(0.88);
});
