import { sampleAppId, startEmulator, type Emulator, type EmulatorOptions } from './index';
import { calling, callingText, send } from './signedCall';

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
}

const ask = (...UserIds: unknown[]) => send(emulator, calling('QueryOnlineStatus', { UserIds }));
const online = (userId: string, connection = {}) =>
  emulator.ledger.connections.add(sampleAppId, userId, connection);

beforeEach(() => start());
afterEach(() => emulator.close());

describe('asking who is online', () => {
  it('lists the connections of those who are, by id, and leaves out the others', async () => {
    online('1', { platform: 'Android', deviceId: '7', connectionId: 'c', clientVersion: 100 });
    online('1', { platform: 'iOS' });
    online('3');
    expect((await ask(1, 2)).result).toEqual({
      AppId: sampleAppId,
      QueryOnlineResults: {
        '1': [
          { ConnId: 'c', UserId: 1, DeviceId: 7, ClientVersion: 100, Platform: 'Android' },
          { ConnId: 'ConnID_2', UserId: 1, DeviceId: 10001, ClientVersion: 1, Platform: 'iOS' },
        ],
      },
    });
  });

  it('keeps every digit of ids and devices', async () => {
    online('9223372036854775807', { deviceId: '9007199254740993' });
    const { text } = await send(
      emulator,
      callingText('QueryOnlineStatus', '"UserIds":[9223372036854775807]'),
    );
    expect(text).toContain('"9223372036854775807":[{');
    expect(text).toContain('"UserId":9223372036854775807,"DeviceId":9007199254740993');
  });

  it('forgets who went offline, and keeps apps apart', async () => {
    online('1');
    emulator.ledger.connections.add(777, '2');
    emulator.ledger.connections.remove(sampleAppId, '1');
    expect((await ask(1, 2)).result).toEqual({ AppId: sampleAppId, QueryOnlineResults: {} });
    expect(emulator.ledger.connections.of(777, '2')).toHaveLength(1);
  });

  it('changes nothing', async () => {
    emulator.ledger.seed(sampleAppId, ['1'], { NickName: 'Ann' });
    const before = structuredClone(emulator.ledger.users(sampleAppId));
    await ask(1, 2);
    expect(emulator.ledger.users(sampleAppId)).toEqual(before);
  });

  it('takes 100 ids', async () => {
    expect((await ask(...Array.from({ length: 100 }, (_, i) => i))).status).toBe(200);
  });
});

it.each<[what: string, UserIds: unknown, message: RegExp]>([
  ['no ids', [], /^UserIds must be an array of 1 to 100/],
  ['101 ids', Array.from({ length: 101 }, (_, i) => i), /^UserIds must be an array of 1 to 100/],
  ['an id as text', ['1'], /^UserIds\[0\] must be an integer/],
  ['an id given twice', [1, 1], /^UserIds\[1\] repeats UserIds\[0\]/],
])('refuses %s with InvalidParam', async (_what, UserIds, message) => {
  const reply = await send(emulator, calling('QueryOnlineStatus', { UserIds }));
  expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
  expect(reply.error?.Message).toMatch(message);
});

describe('as it may be read', () => {
  it.each([
    ['empty', []],
    ['null', null],
  ] as const)('who is offline has an %s list', async (offlineAs, list) => {
    await start({ offlineAs });
    online('1');
    expect((await ask(1, 2)).result?.QueryOnlineResults).toEqual({ '1': [expect.any(Object)], '2': list });
  });

  it.each([
    ['null', { AppId: sampleAppId, QueryOnlineResults: null }],
    ['absent', { AppId: sampleAppId }],
  ] as const)('a map with nobody in it is %s', async (emptyLists, result) => {
    await start({ emptyLists });
    expect((await ask(1)).result).toEqual(result);
  });

  it('ids are text', async () => {
    await start({ foundIdsAs: 'text' });
    online('1');
    expect((await ask(1)).result?.QueryOnlineResults).toMatchObject({ '1': [{ UserId: '1' }] });
  });

  it('an id asked for twice is answered once', async () => {
    await start({ duplicateIds: 'inTurn' });
    online('1');
    expect((await ask(1, 1)).result?.QueryOnlineResults).toEqual({ '1': [expect.any(Object)] });
  });
});
