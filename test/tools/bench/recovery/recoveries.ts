import { secondsUntilUsed } from '../../../support/simulation/measures';
import { atService } from './service';

/** Something after which sending should soon be as fast as before. */
export interface Recovery {
  what: string;
  /** Seconds that it would take if every moment were used. */
  atBest: number;
  /** Seconds that it may take. */
  aim: number;
  /** What it takes, in seconds. */
  seconds(): Promise<number>;
}

const closed = { from: 10, to: 15 };

/** The same as `npm run simulate recovery` has for one process. */
export const recoveries: readonly Recovery[] = [
  {
    what: 'Three single users, the third rejected once, then a list of 1,000 users',
    atBest: 1.1,
    aim: 2,
    seconds: async () =>
      await atService(
        ({ index }) => index === 2,
        async ({ register, until }) => {
          const singles = [0, 1500, 3000].map(async (ms) => {
            await until(ms);
            await register(1);
          });
          await until(4500);
          await Promise.all(singles);
          return await register(1000);
        },
      ),
  },
  {
    what: 'Closed for 6 s: 4,000 users',
    atBest: 10,
    aim: 20,
    seconds: async () =>
      await atService(
        ({ second }) => second < 6,
        async ({ register }) => await register(4000),
      ),
  },
  {
    what: 'Closed for 10 s with Retry-After: 10: 2,000 users',
    atBest: 12,
    aim: 24,
    seconds: async () =>
      await atService(
        ({ second }) => second < 10,
        async ({ register }) => await register(2000),
        10,
      ),
  },
  {
    what: 'Closed for 9 s while a list is sent: a single user who comes half a second later',
    atBest: 0.1,
    aim: 2,
    seconds: async () =>
      await atService(
        ({ second }) => second < 9,
        async ({ register, until }) => {
          const list = register(10_000);
          await until(9500);
          const seconds = await register(1);
          await list;
          return seconds;
        },
      ),
  },
  {
    what: 'Closed for 5 s in the middle of a list: 90 % used again',
    atBest: 0.9,
    aim: 10,
    seconds: async () =>
      await atService(
        ({ second }) => second >= closed.from && second < closed.to,
        async ({ register, requests }) => {
          await register(25_000);
          const used = { fromSeconds: closed.to, share: 0.9, limit: 50 };
          return secondsUntilUsed(requests(), used) ?? Infinity;
        },
      ),
  },
];
