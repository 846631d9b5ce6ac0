import { sampleAccount, sampleAppId, startEmulator, type Emulator, type EmulatorOptions } from './index';
import { calling, callingText, registering, send } from './signedCall';

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
}

const register = (...users: Parameters<typeof registering>) => send(emulator, registering(...users));
const unregister = (...UserIds: unknown[]) => send(emulator, calling('UnRegisterUsers', { UserIds }));
const userIds = () => emulator.ledger.userIds(sampleAppId);

beforeEach(() => start());
afterEach(() => emulator.close());

describe('unregistering', () => {
  it('removes users, says so with an empty result, and keeps who was removed by which request', async () => {
    await register(1, 2, 3);
    expect(await unregister(3, 1)).toMatchObject({ status: 200, result: {} });
    expect(userIds()).toEqual(['2']);
    const { requestId } = emulator.arrivals[1]!;
    expect(emulator.ledger.formerUsers).toEqual(
      ['3', '1'].map((userId) => ({ appId: sampleAppId, userId, requestId, time: expect.any(Number) })),
    );
  });

  it('fails for the unknown alone, whose ids are bare numbers with every digit', async () => {
    await register(1);
    const { text, result } = await send(
      emulator,
      callingText('UnRegisterUsers', '"UserIds":[9223372036854775807,1]'),
    );
    expect(text).toContain('"FailedInfos":[{"UserId":9223372036854775807,"Code":"UserNotFound"');
    expect(result?.FailedInfos).toHaveLength(1);
    expect(userIds()).toEqual([]);
  });

  it('fails for a user that another request has removed', async () => {
    await register(1);
    await unregister(1);
    expect((await unregister(1)).result?.FailedInfos).toMatchObject([{ UserId: 1, Code: 'UserNotFound' }]);
    expect(emulator.ledger.formerUsers).toHaveLength(1);
  });

  it('lets users register again, with a profile of their own', async () => {
    await register({ UserId: 1, NickName: 'before', Tags: ['old'] });
    await unregister(1);
    expect((await register({ UserId: 1, NickName: 'after' })).result).toEqual({});
    expect(emulator.ledger.find(sampleAppId, '1')).toMatchObject({
      profile: { NickName: 'after' },
      timesRequested: 1,
    });
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });

  it('leaves the same id of another app alone', async () => {
    emulator.ledger.seed(777, ['1']);
    await register(1);
    await unregister(1);
    expect([emulator.ledger.count(sampleAppId), emulator.ledger.count(777)]).toEqual([0, 1]);
  });

  it('leaves scripted users alone and removes the others', async () => {
    await start({ rejectUsers: { '2': 'UpdateTooFrequent' } });
    emulator.ledger.seed(sampleAppId, ['1', '2']);
    expect((await unregister(1, 2)).result?.FailedInfos).toMatchObject([
      { UserId: 2, Code: 'UpdateTooFrequent' },
    ]);
    expect(userIds()).toEqual(['2']);
  });

  it('takes 10 ids', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => i);
    await register(...ids);
    expect(await unregister(...ids)).toMatchObject({ status: 200, result: {} });
    expect(userIds()).toEqual([]);
  });
});

describe('InvalidParam refuses', () => {
  it.each<[what: string, fields: string, message: RegExp]>([
    ['no ids', '"UserIds":[]', /^UserIds must be an array of 1 to 10/],
    ['11 ids', `"UserIds":[${Array.from({ length: 11 }, (_, i) => i)}]`, /^UserIds must/],
    ['a missing list', '"Op":0', /^UserIds is required/],
    ['one id outside of a list', '"UserIds":1', /^UserIds must be an array/],
    ['a list of users', '"UserIds":[{"UserId":1}]', /^UserIds\[0\] must be an integer/],
    ['an id as text', '"UserIds":[1,"2"]', /^UserIds\[1\] must be an integer/],
    ['a negative id', '"UserIds":[-1]', /^UserIds\[0\] must/],
    ['an id as a float', '"UserIds":[1.0]', /^UserIds\[0\] must/],
    ['an id beyond 8 bytes', '"UserIds":[9223372036854775808]', /^UserIds\[0\] must/],
    ['an id given twice', '"UserIds":[1,2,1]', /^UserIds\[2\] repeats UserIds\[0\] \(1\)/],
    ['an unknown field', '"UserIds":[1],"Users":[]', /^Users is not a known field/],
  ])('%s', async (_what, fields, message) => {
    await register(1);
    const reply = await send(emulator, callingText('UnRegisterUsers', fields));
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
    expect(userIds()).toEqual(['1']);
  });
});

describe('as it may be read', () => {
  it('an unknown id refuses the whole request', async () => {
    await start({ missingUsersAs: 'requestError' });
    await register(1);
    expect(await unregister(1, 2)).toMatchObject({ status: 400, error: { Code: 'UserNotFound' } });
    expect(userIds()).toEqual(['1']);
  });

  it('an unknown id is no failure', async () => {
    await start({ missingUsersAs: 'ignored' });
    expect(await unregister(1, 2)).toMatchObject({ status: 200, result: {} });
  });

  it('failed ids are text', async () => {
    await start({ failedIdsAs: 'text' });
    expect((await unregister(1)).result?.FailedInfos).toMatchObject([{ UserId: '1' }]);
  });

  it.each([
    ['null', { FailedInfos: null }],
    ['empty', { FailedInfos: [] }],
  ] as const)('nobody failed with %s FailedInfos', async (emptyFailedInfos, result) => {
    await start({ emptyFailedInfos });
    await register(1);
    expect((await unregister(1)).result).toEqual(result);
  });

  it('a result with nothing in it is left out', async () => {
    await start({ emptyResult: 'absent' });
    await register(1);
    const { text, status } = await unregister(1);
    expect(status).toBe(200);
    expect(JSON.parse(text)).not.toHaveProperty('Result');
  });

  it.each([
    ['inTurn', [{ UserId: 1, Code: 'UserNotFound' }]],
    ['once', undefined],
  ] as const)('an id given twice counts %s', async (duplicateIds, failed) => {
    await start({ duplicateIds });
    await register(1);
    const infos = (await unregister(1, 1)).result?.FailedInfos;
    if (failed === undefined) expect(infos).toBeUndefined();
    else expect(infos).toMatchObject(failed);
    expect(userIds()).toEqual([]);
  });

  it('ids may be text', async () => {
    await start({ idsAsText: 'accepted' });
    await register(1, 2);
    expect((await unregister('1', 2)).result).toEqual({});
    expect(userIds()).toEqual([]);
    expect(emulator.arrivals[1]!.userIds).toEqual(['1', '2']);
  });

  it('a user id of 0 is none', async () => {
    await start({ userIdZero: 'refused' });
    expect((await unregister(0)).error?.Message).toMatch(/^UserIds\[0\] must be an integer from 1/);
  });

  it('users can come back after a while only', async () => {
    let now = Date.now();
    const accounts = [{ ...sampleAccount, appIds: [sampleAppId, 777] }];
    await start({ accounts, registerAgainAfterMs: 5000, date: () => new Date(now) });
    await register(1);
    await unregister(1);
    now += 4999;
    const refused = await register(1, 2);
    expect(refused.result?.FailedInfos).toMatchObject([{ UserId: '1', Code: 'UpdateTooFrequent' }]);
    expect(userIds()).toEqual(['2']);
    const elsewhere = await send(emulator, { body: { AppId: 777, Users: [{ UserId: 1 }] } });
    expect(elsewhere.result).toEqual({});
    now += 1;
    expect((await register(1)).result).toEqual({});
  });
});
