import fc from 'fast-check';

/** An item of a list, before it is one. */
export interface ItemPlan {
  /** Which user of the pool; few, so that some come twice. Of a broadcast, its sender. */
  user: number;
  app: number;
  /** Two rows of a user with different names contradict each other. Of a broadcast, 1 is what several items say. */
  name: number;
  spelling: number;
  /** What a row gives besides the id; of a broadcast, to whom it goes and what it is. A name, unless it is given. */
  gives?: (typeof gives)[number];
  /** Which tags of the table. */
  tags?: number;
  flaw?: number;
}

const gives = ['name', 'nothing', 'robot', 'tags', 'all'] as const;

const apps = ['666675', '7', '2147483647'];

/** An id of the pool: small ones, ones beyond 2^53, and the extremes. */
export function userIdOf(user: number): string {
  if (user === 0) return '0';
  if (user === 1) return '9223372036854775807';
  return user % 3 === 0 ? String(user) : String(9_007_199_254_740_991n + BigInt(user));
}

export function appIdOf(app: number): string {
  return apps[app % apps.length] as string;
}

/** Lists of items of any size, mostly short, mostly of one app. */
export function itemPlans(maxSize = 120): fc.Arbitrary<ItemPlan[]> {
  const plan = fc.record(
    {
      user: fc.nat({ max: 250 }),
      app: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
      name: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constant(1)),
      spelling: fc.nat({ max: 6 }),
      gives: fc.oneof({ weight: 2, arbitrary: fc.constant('name' as const) }, fc.constantFrom(...gives)),
      tags: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat({ max: 4 })),
      flaw: fc.option(fc.nat({ max: 59 }), { nil: undefined, freq: 12 }),
    },
    { requiredKeys: ['user', 'app', 'name', 'spelling', 'gives', 'tags'] },
  );
  const list = (minLength: number, maxLength: number) =>
    fc.array(plan, { minLength, maxLength: Math.min(maxLength, maxSize), size: 'max' });
  return fc.oneof(
    { weight: 6, arbitrary: list(0, 10) },
    { weight: 4, arbitrary: list(0, 45) },
    { weight: 1, arbitrary: list(0, maxSize) },
  );
}
