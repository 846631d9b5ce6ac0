import { sampleAppId, startEmulator, type Emulator, type EmulatorOptions } from './index';
import { calling, registering, send, type SignedCall } from './signedCall';

let emulator: Emulator;
const lookup = (body: unknown): SignedCall => ({ action: 'BatchGetUser', body });
const get = (...UserIds: number[]) => send(emulator, calling('BatchGetUser', { UserIds }));

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
}

beforeEach(() => start());
afterEach(() => emulator.close());

it('reads profiles and lists the ids that are not registered', async () => {
  await send(emulator, registering({ UserId: 1, NickName: 'Ann', Tags: ['a'] }));
  const { result } = await send(emulator, lookup({ AppId: sampleAppId, UserIds: [2, 1] }));
  expect(result).toEqual({
    Users: [
      {
        AppId: sampleAppId,
        UserId: 1,
        NickName: 'Ann',
        Portrait: '',
        Tags: ['a'],
        Ext: {},
        CreateTime: expect.any(Number),
        ModifyTime: expect.any(Number),
      },
    ],
    NotFoundUsers: [2],
  });
  expect(emulator.arrivals.at(-1)).toMatchObject({ userIds: ['2', '1'], applied: true });
});

it('keeps every digit of the ids it answers with', async () => {
  emulator.ledger.seed(sampleAppId, ['9223372036854775807']);
  const body = '{"AppId":666675,"UserIds":[9223372036854775807,9007199254740993]}';
  const { text } = await send(emulator, lookup(body));
  expect(text).toContain('"UserId":9223372036854775807');
  expect(text).toContain('"NotFoundUsers":[9007199254740993]');
});

it.each<[what: string, body: unknown, message: RegExp]>([
  ['no ids', { AppId: 666675, UserIds: [] }, /^UserIds must be an array of 1 to 50/],
  ['51 ids', { AppId: 666675, UserIds: Array.from({ length: 51 }, (_, i) => i) }, /^UserIds must/],
  ['an id as text', { AppId: 666675, UserIds: [1, '2'] }, /^UserIds\[1\] must be an integer/],
  ['an id given twice', { AppId: 666675, UserIds: [1, 2, 1] }, /^UserIds\[2\] repeats UserIds\[0\] \(1\)/],
  ['an unknown field', { AppId: 666675, UserIds: [1], Users: [] }, /^Users is not a known field/],
])('refuses %s with InvalidParam', async (_what, body, message) => {
  const reply = await send(emulator, lookup(body));
  expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
  expect(reply.error?.Message).toMatch(message);
});

it('refuses an unknown app', async () => {
  const reply = await send(emulator, lookup({ AppId: 1, UserIds: [1] }));
  expect(reply.error?.Code).toBe('AppNotFound');
});

it('takes 50 ids', async () => {
  expect((await get(...Array.from({ length: 50 }, (_, i) => i))).status).toBe(200);
});

it('reads a whole profile and when it was made and changed', async () => {
  let now = Date.now();
  await start({ date: () => new Date(now) });
  const profile = { NickName: 'Ann', Portrait: 'http://p', Tags: ['t'], Ext: { k: 'v' }, IsRobot: true };
  await send(emulator, registering({ UserId: 1, ...profile }));
  const CreateTime = now;
  now += 1500;
  await send(emulator, calling('BatchUpdateUser', { Users: [{ UserId: 1, NickName: 'Bo' }] }));
  expect((await get(1)).result?.Users).toEqual([
    { AppId: sampleAppId, UserId: 1, ...profile, NickName: 'Bo', CreateTime, ModifyTime: CreateTime + 1500 },
  ]);
});

it('does not find who was unregistered', async () => {
  emulator.ledger.seed(sampleAppId, ['1']);
  await send(emulator, calling('UnRegisterUsers', { UserIds: [1] }));
  expect((await get(1)).result).toEqual({ Users: [], NotFoundUsers: [1] });
});

it('changes nothing', async () => {
  emulator.ledger.seed(sampleAppId, ['1'], { NickName: 'Ann' });
  const before = structuredClone(emulator.ledger.users(sampleAppId));
  await get(1, 2);
  expect(emulator.ledger.users(sampleAppId)).toEqual(before);
});

describe('as it may be read', () => {
  it.each([
    ['asAsked', [3, 1, 20], [4, 2]],
    ['reversed', [20, 1, 3], [2, 4]],
    ['byId', [1, 3, 20], [2, 4]],
  ] as const)('users are listed %s', async (foundOrder, found, missing) => {
    await start({ foundOrder });
    emulator.ledger.seed(sampleAppId, ['1', '20', '3']);
    expect((await get(3, 4, 1, 20, 2)).result).toMatchObject({
      Users: found.map((UserId) => ({ UserId })),
      NotFoundUsers: missing,
    });
  });

  it.each([
    ['null', { Users: null }, { NotFoundUsers: null }],
    ['absent', {}, {}],
  ] as const)('a list with nothing in it is %s', async (emptyLists, noUsers, nobodyMissing) => {
    await start({ emptyLists });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect((await get(2)).result).toEqual({ ...noUsers, NotFoundUsers: [2] });
    expect((await get(1)).result).toEqual({ Users: [expect.any(Object)], ...nobodyMissing });
  });

  it('ids are text', async () => {
    await start({ foundIdsAs: 'text' });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect((await get(1, 2)).result).toMatchObject({ Users: [{ UserId: '1' }], NotFoundUsers: ['2'] });
  });

  it.each([
    ['required', { NickName: '', Portrait: '', Ext: {} }],
    ['absent', {}],
    ['empty', { NickName: '', Portrait: '', Tags: [], Ext: {}, IsRobot: false }],
    ['null', { NickName: null, Portrait: null, Tags: null, Ext: null, IsRobot: null }],
  ] as const)('members that a user does not have are %s', async (unsetMembers, members) => {
    await start({ unsetMembers });
    await send(emulator, registering({ UserId: 1, NickName: '', Tags: [], IsRobot: false }));
    const times = { CreateTime: expect.any(Number), ModifyTime: expect.any(Number) };
    expect((await get(1)).result?.Users).toEqual([{ AppId: sampleAppId, UserId: 1, ...members, ...times }]);
  });

  it.each([
    ['inTurn', [1, 1]],
    ['once', [1]],
  ] as const)('an id asked for twice counts %s', async (duplicateIds, ids) => {
    await start({ duplicateIds });
    expect((await get(1, 1)).result).toEqual({ Users: [], NotFoundUsers: ids });
  });
});
