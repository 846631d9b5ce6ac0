import fc from 'fast-check';
import { FirstItems } from '../../../nodes/VolcengineRtc/pipeline/FirstItems';

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
        known.set(name, known.get(name) ?? itemIndex);
        expect(firstItems.add(appId, userId, itemIndex)).toBe(known.get(name));
      });
    }),
  );
});

test.each([1n, 10n, 4096n, 13_335n, 2n ** 32n, 2n ** 40n])(
  'ids that lie %i apart are told apart in a moment',
  (distance) => {
    // With all ids in a row, so many would take longer than a test may.
    const count = 40_000;
    const firstItems = new FirstItems(count);
    const idAt = (index: number) => String(BigInt(index) * distance);
    for (let index = 0; index < count; index += 1) {
      expect(firstItems.add('1', idAt(index), index)).toBe(index);
    }
    expect(firstItems.add('1', idAt(count - 1), 0)).toBe(count - 1);
  },
);
