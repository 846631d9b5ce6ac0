import { type Fleet, simulate, type SimulatedRequest } from '../simulation/fleet';
import { seededRandom } from '../random/seededRandom';
import { latency, limit } from './conditions';

/** What a figure comes to in many simulations. */
export interface Spread {
  mean: number;
  least: number;
  most: number;
}

const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);

/**
 * Measures the same in many simulations, which have the limiter of the product and the latency of the fleet's service.
 *
 * @param conditions the processes of one simulation, which may differ from seed to seed
 */
export async function simulated(
  conditions: Pick<Fleet, 'processes' | 'seconds'> & Partial<Fleet>,
  measure: (requests: SimulatedRequest[]) => number,
): Promise<Spread> {
  const values: number[] = [];
  for (const seed of seeds) {
    values.push(measure(await simulate({ limit, ...latency, random: seededRandom(seed), ...conditions })));
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, least: Math.min(...values), most: Math.max(...values) };
}
