import fc from 'fast-check';
import { FirstItems } from '../../../../nodes/VolcengineRtc/pipeline/reading/FirstItems';

const id = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const few = fc.bigInt({ min: 0n, max: 5n });

/** Users in any order, many of them more than once. */
const users = fc.array(fc.record({ appId: few.map(String), userId: fc.oneof(few, id).map(String) }));

test('the first item of each user is found as in a map', () => {
  fc.assert(
    fc.property(users, (added) => {
      const firstItems = new FirstItems(added.length);
      const known = new Map<string, number>();
      added.forEach(({ appId, userId }, itemIndex) => {
        const name = `${appId} ${userId}`;
        expect(firstItems.find(appId, userId)).toBe(known.get(name));
        known.set(name, known.get(name) ?? itemIndex);
        expect(firstItems.add(appId, userId, itemIndex)).toBe(known.get(name));
        expect(firstItems.find(appId, userId)).toBe(known.get(name));
      });
    }),
  );
});

test.each(['1', '4294967297', '8589934592', '4294967296', '9223372036854775807'])(
  'ids that agree in a half are told apart: %s',
  (userId) => {
    const firstItems = new FirstItems(3);
    firstItems.add('1', '4294967298', 0);
    firstItems.add('1', '2', 1);
    expect(firstItems.find('1', userId)).toBeUndefined();
    expect(firstItems.add('1', userId, 2)).toBe(2);
  },
);

test('two tables do not put ids into the same order', () => {
  const seeds = Array.from({ length: 2 }, () => new FirstItems(1)['randoms'].slice(0, 8).join());
  expect(seeds[0]).not.toBe(seeds[1]);
});
