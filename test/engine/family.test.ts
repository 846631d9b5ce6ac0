import type { IDataObject } from 'n8n-workflow';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { type NodeSetUp, runNode } from '../support/engine/runNode';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
  emulator.ledger.seed(sampleAppId, ['1', '2', '3'], { NickName: 'Ann', Tags: ['old'] });
});
afterEach(async () => await emulator.close());

const byId: NodeSetUp = { userId: '={{ $json.id }}' };

/** Runs an operation over rows. */
async function run(operation: string, rows: IDataObject[], setUp: NodeSetUp = byId) {
  const result = await runNode(emulator, rows, { operation, ...setUp });
  const outcomes = (items: typeof result.success) => items.map(({ json }) => json.outcome as IDataObject);
  return { ...result, done: outcomes(result.success), undone: outcomes(result.failed) };
}

const idsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));
/** The sizes of the requests that arrived, the largest first. */
const requested = () => emulator.arrivals.map(({ userIds }) => userIds.length).sort((a, b) => b - a);
const profileOf = (userId: string) => emulator.ledger.find(sampleAppId, userId)?.profile;
const unknown = { code: 'UserNotFound', kind: 'rejected', retryable: false };

describe('Update Users', () => {
  const update = async (rows: IDataObject[], setUp: NodeSetUp = {}) =>
    await run('updateUsers', rows, { columns: 'auto', ...setUp });

  test('changes what a row gives and leaves out what it does not', async () => {
    const { done, undone, hints } = await update([{ UserId: '1', NickName: 'Bob', Portrait: '' }]);
    expect(undone).toEqual([]);
    expect(done).toMatchObject([{ success: true, userId: '1', attempts: 1 }]);
    expect(profileOf('1')).toMatchObject({ NickName: 'Bob', Tags: ['old'] });
    expect(emulator.arrivals[0]?.body).toBe(
      `{"AppId":${sampleAppId},"Users":[{"UserId":1,"NickName":"Bob"}]}`,
    );
    expect(hints).toEqual([expect.stringMatching(/^1 user updated, 0 failed \(/)]);
  });

  test('takes ten users a request', async () => {
    emulator.ledger.seed(
      sampleAppId,
      idsOf(100, 25).map(({ id }) => id),
    );
    const { done } = await update(idsOf(100, 25).map(({ id }) => ({ UserId: id, NickName: id })));
    expect(done).toHaveLength(25);
    expect(requested()).toEqual([10, 10, 5]);
  });

  test('does not send a row that gives nothing but an id, or a column of registrations', async () => {
    const { done, undone } = await update([
      { UserId: '1' },
      { UserId: '2', IsRobot: true },
      { UserId: '3', Tags: 'new' },
    ]);
    expect(done.map(({ userId }) => userId)).toEqual(['3']);
    expect(undone).toEqual(
      Array(2).fill({
        success: false,
        code: 'NothingToUpdate',
        message: 'There is nothing to update: give at least one field besides UserId.',
        kind: 'validation',
        retryable: false,
        attempts: 0,
      }),
    );
  });

  test('puts a user that is not registered on Failed', async () => {
    const { done, undone } = await update([
      { UserId: '1', NickName: 'Bob' },
      { UserId: '9', NickName: 'Bob' },
    ]);
    expect(done.map(({ userId }) => userId)).toEqual(['1']);
    expect(undone).toMatchObject([{ userId: '9', ...unknown }]);
  });
});

describe('Unregister Users', () => {
  test('removes users, ten a request', async () => {
    emulator.ledger.seed(
      sampleAppId,
      idsOf(100, 21).map(({ id }) => id),
    );
    const { done, hints } = await run('unregisterUsers', idsOf(100, 21));
    expect(done).toHaveLength(21);
    expect(requested()).toEqual([10, 10, 1]);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1', '2', '3']);
    expect(emulator.arrivals[2]?.body).toBe(`{"AppId":${sampleAppId},"UserIds":[120]}`);
    expect(hints[0]).toMatch(/^21 users newly unregistered, 0 not registered before, 0 failed \(/);
  });

  test('puts users that are not registered on Failed, or on Success as Missing Users says', async () => {
    const failing = await run('unregisterUsers', [{ id: '9' }]);
    expect(failing.undone).toMatchObject([{ userId: '9', ...unknown }]);
    const succeeding = await run('unregisterUsers', [{ id: '9' }], {
      ...byId,
      options: { missingUsers: 'succeed' },
    });
    expect(succeeding.done).toMatchObject([{ userId: '9', code: 'UserNotFound' }]);
    expect(succeeding.hints[0]).toMatch(/^0 users newly unregistered, 1 not registered before, 0 failed \(/);
  });

  test('takes a user that is not found after a request of unknown fate for done', async () => {
    await emulator.close();
    emulator = await startEmulator({
      faults: ({ index }: { index: number }) => (index === 0 ? { reset: 'afterApplying' } : {}),
    });
    emulator.ledger.seed(sampleAppId, ['1']);
    const { done } = await run('unregisterUsers', [{ id: '1' }]);
    expect(done).toMatchObject([{ userId: '1', code: 'UserNotFound', attempts: 2 }]);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual([]);
  });
});

describe.each([
  ['addUserTags', 0, ['old', 'vip', '北京']],
  ['removeUserTags', 1, ['old']],
])('%s', (operation, op, left) => {
  const tagged: NodeSetUp = { ...byId, parameters: { tags: '={{ $json.tags }}' } };

  test('sends users with the same tags in one request, whatever their order', async () => {
    emulator.ledger.seed(sampleAppId, ['1', '2'], { Tags: op === 0 ? ['old'] : ['old', 'vip', '北京'] });
    const rows = [
      { id: '1', tags: 'vip, 北京' },
      { id: '3', tags: 'other' },
      { id: '2', tags: ['北京', 'vip', 'vip'] },
    ];
    const { done } = await run(operation, rows, tagged);
    expect(done.map(({ userId }) => userId)).toEqual(['1', '3', '2']);
    expect(emulator.arrivals.map(({ body }) => body).sort()).toEqual([
      `{"AppId":${sampleAppId},"Tags":["other"],"Op":${op},"UserIds":[3]}`,
      `{"AppId":${sampleAppId},"Tags":["vip","北京"],"Op":${op},"UserIds":[1,2]}`,
    ]);
    for (const userId of ['1', '2']) expect(profileOf(userId)?.Tags).toEqual(left);
  });

  test('sends a user once for the same tags, and again for others', async () => {
    const rows = [
      { id: '1', tags: 'a,b' },
      { id: '01', tags: ['b', 'a'] },
      { id: '1', tags: 'c' },
    ];
    const { done } = await run(operation, rows, tagged);
    expect(done).toHaveLength(3);
    expect(requested()).toEqual([1, 1]);
  });

  test('needs tags', async () => {
    const rows = [
      { id: '1', tags: 'a' },
      { id: '2', tags: ' , ' },
    ];
    const { done, undone } = await run(operation, rows, tagged);
    expect(done).toHaveLength(1);
    expect(undone).toMatchObject([{ code: 'InvalidUser', message: "'Tags' is missing." }]);
    const none = await run(operation, rows, { ...byId, parameters: { tags: "={{ '' }}" } });
    expect(none.undone.map(({ message }) => message)).toEqual(Array(2).fill("'Tags' is missing."));
  });

  test('says of a user that is not registered that it is not', async () => {
    const { undone } = await run(operation, [{ id: '9', tags: 'a' }], tagged);
    expect(undone).toMatchObject([{ userId: '9', ...unknown }]);
  });

  test('sends many groups that are open at once, and every user in one of them', async () => {
    const ids = idsOf(1000, 220).map(({ id }) => id);
    emulator.ledger.seed(sampleAppId, ids);
    const { done } = await run(
      operation,
      ids.map((id) => ({ id, tags: `t${id}` })),
      tagged,
    );
    expect(done.map(({ userId }) => userId)).toEqual(ids);
  });
});

describe('Get Online Status of Users', () => {
  test('says who is online, and with what, everything as text', async () => {
    emulator.ledger.connections.add(sampleAppId, '1', {
      connectionId: 'c1',
      deviceId: '9007199254740993',
      clientVersion: 12,
      platform: 'iOS',
    });
    const { done, undone } = await run('getOnlineStatus', [{ id: '1' }, { id: '2' }, { id: '9' }]);
    expect(undone).toEqual([]);
    expect(done).toMatchObject([
      {
        userId: '1',
        online: true,
        connections: [
          { platform: 'iOS', deviceId: '9007199254740993', connectionId: 'c1', clientVersion: '12' },
        ],
      },
      { userId: '2', online: false, connections: [] },
      { userId: '9', online: false, connections: [] },
    ]);
    expect(done[1]?.connections).not.toBe(done[2]?.connections);
  });

  test('takes a hundred users a request', async () => {
    const { done } = await run('getOnlineStatus', idsOf(1, 250));
    expect(done).toHaveLength(250);
    expect(requested()).toEqual([100, 100, 50]);
  });
});
