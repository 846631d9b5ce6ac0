import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** Why an item cannot become a user. */
const flaws: ReadonlyArray<IDataObject> = [
  { UserId: 'ann' },
  { UserId: '' },
  { UserId: null },
  { UserId: -5 },
  { UserId: 2 ** 53 },
  { UserId: '9223372036854775808' },
  { NickName: 'n'.repeat(101) },
  { IsRobot: 'perhaps' },
  { app: 'no app' },
  { app: '' },
  { UserId: '1.23E+18' },
  { UserId: '1\u200b2' },
  { NickName: 2 ** 60 },
  { NickName: { first: 'Ann' } },
  { app: '5f3c0a1b2c3d4e5f6a7b8c9d' },
];

/** An item of a list, before it is one. */
export interface ItemPlan {
  /** Which user of the pool; few, so that some come twice. */
  user: number;
  app: number;
  /** Two rows of a user with different names contradict each other. */
  name: number;
  spelling: number;
  flaw?: number;
}

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

/** Whether it can be told of whom an item is, whatever else is wrong with it. */
export function isUserReadable({ flaw }: ItemPlan): boolean {
  const members = flaw === undefined ? {} : (flaws[flaw % flaws.length] as IDataObject);
  return !('UserId' in members) && !('app' in members);
}

/** An id as a careless list has it: as a number, with zeros or blanks around it, in digits of another width. */
function spell(digits: string, spelling: number): string | number {
  const isExact = Number.isSafeInteger(Number(digits));
  const fullWidth = digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const exact = isExact ? [Number(digits), `${digits}.0`] : [digits, digits];
  const spellings = [
    digits,
    exact[0],
    `00${digits}`,
    ` ${digits} `,
    `\ufeff${digits}\u200b`,
    fullWidth,
    exact[1],
  ];
  return spellings[spelling % spellings.length] as string | number;
}

/** The item that a plan stands for. */
export function itemOf(plan: ItemPlan, index: number): INodeExecutionData {
  const flaw = plan.flaw === undefined ? {} : flaws[plan.flaw % flaws.length];
  const json = {
    UserId: spell(userIdOf(plan.user), plan.spelling),
    NickName: `王 ${plan.name}`,
    app: appIdOf(plan.app),
    other: { row: index, kept: [null, true] },
    ...flaw,
  };
  const binary = index % 7 === 3 ? { file: { data: 'YQ==', mimeType: 'text/plain' } } : undefined;
  return { json, ...(binary && { binary }) };
}

/** Lists of items of any size, mostly short, mostly of one app. */
export function itemPlans(maxSize = 120): fc.Arbitrary<ItemPlan[]> {
  const plan = fc.record(
    {
      user: fc.nat({ max: 250 }),
      app: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
      name: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constant(1)),
      spelling: fc.nat({ max: 6 }),
      flaw: fc.option(fc.nat({ max: flaws.length - 1 }), { nil: undefined, freq: 12 }),
    },
    { requiredKeys: ['user', 'app', 'name', 'spelling'] },
  );
  const list = (minLength: number, maxLength: number) =>
    fc.array(plan, { minLength, maxLength: Math.min(maxLength, maxSize), size: 'max' });
  return fc.oneof(
    { weight: 6, arbitrary: list(0, 10) },
    { weight: 4, arbitrary: list(0, 45) },
    { weight: 1, arbitrary: list(0, maxSize) },
  );
}
