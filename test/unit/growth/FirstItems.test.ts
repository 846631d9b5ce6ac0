import { FirstItems } from '../../../nodes/VolcengineRtc/pipeline/reading/FirstItems';
import { growth, linear } from './growth';
import { timesAsLong } from './timesAsLong';

const count = 20_000;

/** The number that ids were multiplied with up to version 0.1.0, the same for everybody, and its inverse. */
const goldenRatio = 0x9e3779b97f4a7c15n;
let inverse = goldenRatio;
for (let round = 0; round < 6; round += 1)
  inverse = BigInt.asUintN(64, inverse * (2n - goldenRatio * inverse));

/** Ids whose products with a number agree in their upper half, so that they all went into one slot. */
function collidingIds(): bigint[] {
  const ids: bigint[] = [];
  for (let low = 0n; ids.length < count; low += 1n) {
    const made = BigInt.asUintN(64, ((7n << 32n) | low) * inverse);
    if (made < 2n ** 63n) ids.push(made);
  }
  return ids;
}

const places = Array.from({ length: count }, (_, index) => index);
const ordinary = places.map((index) => ['1', String(1_000_000_007n * BigInt(index * index))] as const);

type Users = ReadonlyArray<readonly [appId: string, userId: string]>;

function addAll(users: Users): void {
  const firstItems = new FirstItems(users.length);
  users.forEach(([appId, userId], index) => {
    if (firstItems.add(appId, userId, index) !== index) throw new Error(`${userId} was known`);
  });
}

const adding = (users: Users) => ({ make: () => users, work: addAll });

/** Times as long. With the hash of version 0.1.0, ids that collide took 75 times as long as others (4.2 s and 56 ms). */
const bound = 5;

test('the time to add users grows no faster than their number', () => {
  const usersOf = (length: number): Users =>
    Array.from({ length }, (_, index) => [String(index % 3), String(1_000_000_007 * index)] as const);
  expect(growth(20_000, usersOf, addAll)).toBeLessThan(linear);
});

test.each([
  { kind: 'made to collide', users: collidingIds().map((made) => ['1', String(made)] as const) },
  { kind: 'the same in many apps', users: places.map((index) => [String(index), '7'] as const) },
  {
    kind: 'the same in apps of round numbers',
    users: places.map((index) => [String(index * 65_536), '7'] as const),
  },
  ...[1n, 10n, 4096n, 13_335n, 2n ** 32n, 2n ** 40n].map((distance) => ({
    kind: `${distance} apart`,
    users: places.map((index) => ['1', String(BigInt(index) * distance)] as const),
  })),
])('ids that are $kind take no longer than others', ({ users }) => {
  expect(timesAsLong(adding(users), adding(ordinary), bound)).toBeLessThan(bound);
});
