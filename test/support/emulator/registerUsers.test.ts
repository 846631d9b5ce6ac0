import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Account,
  type Emulator,
  type EmulatorOptions,
} from './index';
import { registering, send, type SignedCall } from './signedCall';

const colleague: Account = { ...sampleAccount, accessKeyId: 'AKLTcolleague', appIds: [777] };
const stranger: Account = {
  ...sampleAccount,
  accountId: '2100000002',
  accessKeyId: 'AKLTstranger',
  appIds: [888],
};

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator({ accounts: [sampleAccount, colleague, stranger], ...options });
}

const register = (...users: Parameters<typeof registering>) => send(emulator, registering(...users));
const sendText = (body: string | Buffer) => send(emulator, { body });
const userText = (fields: string) => `{"AppId":666675,"Users":[{"UserId":1},{${fields}}]}`;

beforeEach(() => start());
afterEach(() => emulator.close());

describe('registering', () => {
  it('puts users into the ledger, with their profiles and in order', async () => {
    const profile = { NickName: 'Ann', Portrait: 'http://p', Tags: ['t:1'], Ext: { k: 'v' }, IsRobot: true };
    const reply = await register({ UserId: 10002, ...profile }, 10001);
    expect(reply).toMatchObject({ status: 200, result: {} });
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['10002', '10001']);
    expect(emulator.ledger.find(sampleAppId, '10002')).toMatchObject({
      profile,
      timesRequested: 1,
      requestId: emulator.arrivals[0]!.requestId,
    });
  });

  it('answers with the metadata of the request', async () => {
    const { text } = await register(1);
    expect(JSON.parse(text).ResponseMetadata).toEqual({
      RequestId: emulator.arrivals[0]!.requestId,
      Action: 'RegisterUsers',
      Version: '2020-12-01',
      Service: 'rtc',
      Region: 'cn-north-1',
    });
  });

  it('reports known ids and leaves their profile as it was', async () => {
    await register({ UserId: 1, NickName: 'before' });
    const reply = await register({ UserId: 1, NickName: 'after' }, 2);
    expect(reply.status).toBe(200);
    expect(reply.result?.FailedInfos).toEqual([
      { UserId: '1', Code: 'UserHasRegistered', Message: 'the user has registered' },
    ]);
    expect(emulator.ledger.find(sampleAppId, '1')).toMatchObject({
      profile: { NickName: 'before' },
      timesRequested: 2,
    });
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual(['1']);
    expect(emulator.ledger.has(sampleAppId, '2')).toBe(true);
  });

  it('knows seeded ids as registered', async () => {
    emulator.ledger.seed(sampleAppId, ['5']);
    const reply = await register(5);
    expect(reply.result?.FailedInfos).toMatchObject([{ UserId: '5', Code: 'UserHasRegistered' }]);
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });

  it('keeps every digit of a long id', async () => {
    await sendText('{"AppId":666675,"Users":[{"UserId":9223372036854775807},{"UserId":9007199254740993}]}');
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['9223372036854775807', '9007199254740993']);
    expect(emulator.arrivals[0]!.userIds).toEqual(['9223372036854775807', '9007199254740993']);
  });

  it('writes failed ids as bare numbers with every digit when asked', async () => {
    await start({ failedIdsAs: 'number' });
    emulator.ledger.seed(sampleAppId, ['9223372036854775807']);
    const { text } = await sendText('{"AppId":666675,"Users":[{"UserId":9223372036854775807}]}');
    expect(text).toContain('"FailedInfos":[{"UserId":9223372036854775807,"Code":"UserHasRegistered"');
  });

  it.each([
    ['absent', {}],
    ['null', { FailedInfos: null }],
    ['empty', { FailedInfos: [] }],
  ] as const)('can say that nobody failed with %s FailedInfos', async (emptyFailedInfos, result) => {
    await start({ emptyFailedInfos });
    expect((await register(1)).result).toEqual(result);
  });

  it('refuses a request with known ids as a whole when asked', async () => {
    await start({ existingUsersAs: 'requestError' });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect(await register(1, 2)).toMatchObject({ status: 400, error: { Code: 'UserHasRegistered' } });
    expect((await register(2)).status).toBe(200);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1', '2']);
  });

  it('ends the messages about users as told', async () => {
    await start({ messagesEndIn: ' [key]', rejectUsers: { '2': { code: 'Own', message: 'no' } } });
    emulator.ledger.seed(sampleAppId, ['1']);
    const infos = (await register(1, 2)).result?.FailedInfos;
    expect(infos).toMatchObject([{ Message: 'the user has registered [key]' }, { Message: 'no [key]' }]);
  });

  it('refuses scripted users and registers the others', async () => {
    await start({ rejectUsers: { '2': 'UpdateTooFrequent', '3': { code: 'Custom', message: 'why' } } });
    const reply = await register(1, 2, 3);
    expect(reply.result?.FailedInfos).toEqual([
      { UserId: '2', Code: 'UpdateTooFrequent', Message: expect.any(String) },
      { UserId: '3', Code: 'Custom', Message: 'why' },
    ]);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1']);
  });

  it('keeps the same id apart in two apps', async () => {
    await register(1);
    await send(emulator, { body: { AppId: 777, Users: [{ UserId: 1 }] } });
    expect([emulator.ledger.count(), emulator.ledger.count(666675), emulator.ledger.count(777)]).toEqual([
      2, 1, 1,
    ]);
  });
});

describe('an app', () => {
  const forApp = (AppId: number): SignedCall => ({ body: { AppId, Users: [{ UserId: 1 }] } });

  it('of another key pair of the account is accepted', async () => {
    expect((await send(emulator, forApp(777))).status).toBe(200);
  });

  it('of another account is refused with NoAuth', async () => {
    expect(await send(emulator, forApp(888))).toMatchObject({ status: 400, error: { Code: 'NoAuth' } });
  });

  it('that nobody has is refused with AppNotFound', async () => {
    const reply = await send(emulator, forApp(999));
    expect(reply).toMatchObject({ status: 400, error: { Code: 'AppNotFound' } });
    expect(reply.error).not.toHaveProperty('CodeN');
  });

  it('error has the HTTP status that the options say', async () => {
    await start({ businessErrorStatus: 200 });
    expect(await send(emulator, forApp(999))).toMatchObject({ status: 200, error: { Code: 'AppNotFound' } });
  });
});

describe('within the limits', () => {
  it.each([
    ['20 users', registering(...Array.from({ length: 20 }, (_, i) => i))],
    ['an id of 0', registering(0)],
    [
      '100 characters of NickName, counted as code points',
      registering({ UserId: 1, NickName: '😀'.repeat(100) }),
    ],
    ['500 characters of Portrait', registering({ UserId: 1, Portrait: 'é'.repeat(500) })],
    ['20 Ext entries', registering({ UserId: 1, Ext: extOf(20) })],
    [
      '50 bytes of Ext key and 500 of value',
      registering({ UserId: 1, Ext: { ['k'.repeat(50)]: 'v'.repeat(500) } }),
    ],
    ['empty texts and lists', registering({ UserId: 1, NickName: '', Portrait: '', Tags: [], Ext: {} })],
  ])('%s are accepted', async (_what, call) => {
    expect(await send(emulator, call)).toMatchObject({ status: 200, result: {} });
  });
});

describe('as it may be read', () => {
  it('known ids refuse the whole request', async () => {
    await start({ existingUsersAs: 'requestError' });
    await register(1);
    expect(await register(1, 2)).toMatchObject({ status: 400, error: { Code: 'UserHasRegistered' } });
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1']);
  });

  it('known ids get the new profile', async () => {
    await start({ existingUsersAs: 'updated' });
    await register({ UserId: 1, NickName: 'before', Tags: ['a'] });
    expect((await register({ UserId: 1, NickName: 'after' })).result).toEqual({});
    expect(emulator.ledger.find(sampleAppId, '1')).toMatchObject({
      profile: { NickName: 'after' },
      changedBy: [emulator.arrivals[1]!.requestId],
    });
    expect(emulator.ledger.find(sampleAppId, '1')?.profile).not.toHaveProperty('Tags');
  });

  it.each([
    ['inTurn', [{ UserId: '1', Code: 'UserHasRegistered' }]],
    ['once', undefined],
  ] as const)('an id given twice counts %s', async (duplicateIds, failed) => {
    await start({ duplicateIds });
    const reply = await register({ UserId: 1, NickName: 'first' }, 2, { UserId: 1, NickName: 'second' });
    expect(reply.status).toBe(200);
    if (failed === undefined) expect(reply.result).toEqual({});
    else expect(reply.result?.FailedInfos).toMatchObject(failed);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1', '2']);
    expect(emulator.ledger.find(sampleAppId, '1')?.profile.NickName).toBe('first');
  });

  it('a wrong user fails alone, unless nobody knows which it is', async () => {
    await start({ invalidUsers: 'failedInfos' });
    const reply = await register(1, { UserId: 2, Ext: { k: 1 } });
    expect(reply.result?.FailedInfos).toEqual([
      { UserId: '2', Code: 'InvalidParam', Message: 'Users[1].Ext must have a string under k' },
    ]);
    expect((await register(3, { UserId: 'x' })).error?.Code).toBe('InvalidParam');
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1']);
  });

  it('ids may be text', async () => {
    await start({ idsAsText: 'accepted' });
    expect((await register({ UserId: '9223372036854775807' })).result).toEqual({});
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['9223372036854775807']);
    expect((await register({ UserId: '1.0' })).error?.Code).toBe('InvalidParam');
  });

  it('a user id of 0 is none', async () => {
    await start({ userIdZero: 'refused' });
    expect((await register(0)).error?.Message).toMatch(/^Users\[0\]\.UserId must be an integer from 1/);
  });

  it('lengths are in bytes', async () => {
    await start({ lengthsIn: 'bytes' });
    const fields = { NickName: 'é'.repeat(50), Portrait: 'é'.repeat(250) };
    expect((await register({ UserId: 1, ...fields })).result).toEqual({});
    expect((await register({ UserId: 2, NickName: 'é'.repeat(51) })).error?.Message).toMatch(/100 bytes/);
    expect((await register({ UserId: 2, Portrait: 'é'.repeat(251) })).error?.Message).toMatch(/500 bytes/);
  });

  it('long texts are stored as they are', async () => {
    await start({ longTexts: 'accepted' });
    const profile = { NickName: 'n'.repeat(101), Portrait: 'p'.repeat(501) };
    expect((await register({ UserId: 1, ...profile })).result).toEqual({});
    expect(emulator.ledger.find(sampleAppId, '1')?.profile).toEqual(profile);
  });

  it('a request takes 10 users, or 21', async () => {
    const users = Array.from({ length: 21 }, (_, index) => index + 1);
    await start({ usersPerRegistration: 10 });
    expect((await register(...users.slice(0, 11))).error?.Message).toMatch(/array of 1 to 10 entries/);
    await start({ usersPerRegistration: 21 });
    expect((await register(...users)).result).toEqual({});
  });

  it('Ext has no limits but is text to text', async () => {
    await start({ extLimits: 'unchecked' });
    const Ext = { ...extOf(21), 's:k': 'v'.repeat(501), ['k'.repeat(51)]: 'v' };
    expect((await register({ UserId: 1, Ext })).result).toEqual({});
    expect((await register({ UserId: 2, Ext: { k: 1 } })).error?.Message).toMatch(/string under k/);
  });

  it('an empty list of tags is refused', async () => {
    await start({ emptyTags: 'refused' });
    expect((await register({ UserId: 1, Tags: [] })).error?.Message).toMatch(
      /^Users\[0\]\.Tags must have at/,
    );
  });
});

describe('InvalidParam refuses the whole request for', () => {
  const invalid: Array<[what: string, fields: string, message: RegExp]> = [
    ['an id as text', '"UserId":"2"', /^Users\[1\]\.UserId must be an integer/],
    ['an id as a float', '"UserId":2.0', /^Users\[1\]\.UserId/],
    ['an id with an exponent', '"UserId":2e3', /^Users\[1\]\.UserId/],
    ['a negative id', '"UserId":-2', /^Users\[1\]\.UserId/],
    ['minus zero', '"UserId":-0', /^Users\[1\]\.UserId/],
    ['an id beyond 8 bytes', '"UserId":9223372036854775808', /^Users\[1\]\.UserId/],
    ['an id of null', '"UserId":null', /^Users\[1\]\.UserId/],
    ['a missing id', '"NickName":"x"', /^Users\[1\]\.UserId is required/],
    ['an id given twice', '"UserId":1', /^Users\[1\]\.UserId repeats Users\[0\]\.UserId \(1\)/],
    ['a long NickName', `"UserId":2,"NickName":"${'😀'.repeat(101)}"`, /^Users\[1\]\.NickName .* 100/],
    ['a NickName of null', '"UserId":2,"NickName":null', /^Users\[1\]\.NickName/],
    ['a NickName that is a number', '"UserId":2,"NickName":7', /^Users\[1\]\.NickName/],
    ['a long Portrait', `"UserId":2,"Portrait":"${'x'.repeat(501)}"`, /^Users\[1\]\.Portrait .* 500/],
    ['Tags as text', '"UserId":2,"Tags":"a,b"', /^Users\[1\]\.Tags/],
    ['a tag that is a number', '"UserId":2,"Tags":["a",1]', /^Users\[1\]\.Tags/],
    ['Ext as text', '"UserId":2,"Ext":"{}"', /^Users\[1\]\.Ext must be a map/],
    ['Ext as a list', '"UserId":2,"Ext":[]', /^Users\[1\]\.Ext must be a map/],
    [
      'an Ext value that is a number',
      '"UserId":2,"Ext":{"a":1}',
      /^Users\[1\]\.Ext must have a string under a/,
    ],
    ['an Ext value that is an object', '"UserId":2,"Ext":{"a":{}}', /^Users\[1\]\.Ext must have a string/],
    [
      'too many Ext entries',
      `"UserId":2,"Ext":${JSON.stringify(extOf(21))}`,
      /^Users\[1\]\.Ext .* 20 entries/,
    ],
    ['a reserved Ext key', '"UserId":2,"Ext":{"s:k":"v"}', /^Users\[1\]\.Ext .*reserved/],
    ['a long Ext key', `"UserId":2,"Ext":{"${'é'.repeat(26)}":"v"}`, /^Users\[1\]\.Ext .* 50 bytes/],
    ['a long Ext value', `"UserId":2,"Ext":{"k":"${'é'.repeat(251)}"}`, /^Users\[1\]\.Ext .* 500 bytes/],
    ['IsRobot as text', '"UserId":2,"IsRobot":"true"', /^Users\[1\]\.IsRobot must be a boolean/],
    ['an unknown field', '"UserId":2,"Nickname":"x"', /^Users\[1\]\.Nickname is not a known field/],
    [
      'a field with a name of the prototype',
      '"UserId":2,"__proto__":"x"',
      /^Users\[1\]\.__proto__ is not a known/,
    ],
  ];

  it.each(invalid)('%s', async (_what, fields, message) => {
    const reply = await sendText(userText(fields));
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
    expect(emulator.ledger.count()).toBe(0);
    expect(emulator.arrivals[0]).toMatchObject({ applied: false, code: 'InvalidParam', appId: 666675 });
  });

  const wholeBodies: Array<[what: string, body: string, message: RegExp]> = [
    ['no users', '{"AppId":666675,"Users":[]}', /^Users must be an array of 1 to 20/],
    ['21 users', JSON.stringify(registering(...Array.from({ length: 21 }, (_, i) => i)).body), /^Users must/],
    ['users as an object', '{"AppId":666675,"Users":{}}', /^Users must/],
    ['a user that is a number', '{"AppId":666675,"Users":[7]}', /^Users\[0\] must be an object/],
    ['a missing AppId', '{"Users":[{"UserId":1}]}', /^AppId is required/],
    ['an AppId as text', '{"AppId":"666675","Users":[{"UserId":1}]}', /^AppId must be an integer/],
    ['an AppId beyond 32 bits', '{"AppId":2147483648,"Users":[{"UserId":1}]}', /^AppId must/],
    ['an unknown field', '{"AppId":666675,"Users":[{"UserId":1}],"Extra":1}', /^Extra is not a known field/],
    ['a body that is a list', '[]', /^the body must be an object/],
    ['a body that is a number', '1', /^the body must be an object/],
  ];

  it.each(wholeBodies)('%s', async (_what, body, message) => {
    const reply = await sendText(body);
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
  });
});

describe('JsonParsingError refuses', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');

  it.each<[what: string, body: string | Buffer]>([
    ['no JSON', 'AppId=666675'],
    ['a trailing comma, as in the example of the documentation', userText('"UserId":2,')],
    ['a leading zero', '{"AppId":000000,"Users":[]}'],
    ['a cut-off body', userText('"UserId":2').slice(0, -3)],
    ['two values', '{} {}'],
    ['contradicting duplicate names', userText('"UserId":2,"UserId":3')],
    ['a lone surrogate in a value', userText('"UserId":2,"NickName":"\\ud83d"')],
    ['a lone surrogate in a key', userText('"UserId":2,"Ext":{"\\udc00":"v"}')],
    ['bytes that are not UTF-8', bytes(userText('"UserId":2,"NickName":"\xff"'))],
    ['a byte order mark', `\ufeff${userText('"UserId":2')}`],
    ['endless nesting', '['.repeat(200_000)],
  ])('%s', async (_what, body) => {
    const reply = await sendText(body);
    expect(reply).toMatchObject({ status: 400, error: { Code: 'JsonParsingError' } });
    expect(emulator.ledger.count()).toBe(0);
  });
});

function extOf(entries: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: entries }, (_, i) => [`k${i}`, 'v']));
}
