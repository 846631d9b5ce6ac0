import { appId, tags } from '../../../../nodes/VolcengineRtc/operations/requestMember';
import { groupReader } from '../../../../nodes/VolcengineRtc/pipeline/reading/groupReader';
import type { Reading } from '../../../../nodes/VolcengineRtc/values/reading';

const ofApps = { request: [appId] } as const;

/** Reads items whose members are these. */
function readAll(
  items: Reading[][],
  operation: Parameters<typeof groupReader>[0] = { request: [appId, tags] },
) {
  const readers = operation.request.map((_member, at) => (itemIndex: number) => items[itemIndex]?.[at]);
  const group = groupReader(operation, readers);
  return items.map((_item, itemIndex) => group(itemIndex));
}

test('a group has the members of the request in their order, and the app', () => {
  const [reading] = readAll([[{ json: '7' }, { json: '["a"]' }]]);
  expect(reading).toEqual({ group: { appId: '7', json: '"AppId":7,"Tags":["a"]' } });
});

test('items with the same members share a group, and no others', () => {
  const ofApp = (json: string): Reading[] => [{ json }];
  const [one, same, other, again] = readAll([ofApp('7'), ofApp('7'), ofApp('8'), ofApp('7')], ofApps);
  expect(same).toBe(one);
  expect(other).toEqual({ group: { appId: '8', json: '"AppId":8' } });
  expect(again).toEqual(one);
});

test('an item that differs in the last member alone has another group', () => {
  const [one, other] = readAll([
    [{ json: '7' }, { json: '["a"]' }],
    [{ json: '7' }, { json: '["b"]' }],
  ]);
  expect(other).not.toEqual(one);
});

test('every member that is missing or wrong is named', () => {
  expect(readAll([[undefined, { problem: 'it is odd' }]])).toEqual([
    { problems: ["'App ID' is missing", 'Tags: it is odd'] },
  ]);
});

test('an item whose members are wrong in another way has other problems', () => {
  const [, odd, missing, fine] = readAll(
    [[{ json: '7' }], [{ problem: 'it is odd' }], [undefined], [{ json: '7' }]],
    ofApps,
  );
  expect(odd).toEqual({ problems: ['App ID: it is odd'] });
  expect(missing).toEqual({ problems: ["'App ID' is missing"] });
  expect(fine).toEqual({ group: { appId: '7', json: '"AppId":7' } });
});

test('members that are the same for every request come last', () => {
  const [reading] = readAll([[{ json: '7' }]], { ...ofApps, constants: { Op: '1' } });
  expect(reading).toEqual({ group: { appId: '7', json: '"AppId":7,"Op":1' } });
});

test('a member that may be left out is no problem, and items without it share a group', () => {
  const optional = { ...tags, isOptional: true };
  const [one, same] = readAll(
    [
      [{ json: '7' }, undefined],
      [{ json: '7' }, undefined],
    ],
    { request: [appId, optional] },
  );
  expect(one).toEqual({ group: { appId: '7', json: '"AppId":7' } });
  expect(same).toBe(one);
});

test('the first code of a problem is that of the item', () => {
  const odd = (code?: string): Reading => ({ problem: 'it is odd', code });
  const operation = { request: [appId, tags, tags] } as const;
  const [one, other] = readAll(
    [
      [{ json: '7' }, odd(), odd('First')],
      [odd('First'), odd('Second'), odd()],
    ],
    operation,
  );
  expect(one).toMatchObject({ code: 'First' });
  expect(other).toMatchObject({ code: 'First' });
});
