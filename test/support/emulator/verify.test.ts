import {
  sampleAccount,
  startEmulator,
  type Account,
  type Arrival,
  type Emulator,
  type EmulatorOptions,
} from './index';
import { identityCall, registering, send, sendWire, type SignedCall, type WireRequest } from './signedCall';
import { registerUsersVectors } from './vectors';

const temporary: Account = {
  ...sampleAccount,
  accessKeyId: 'AKTPexample',
  sessionToken: 'STSexampletoken==',
};
const readOnly: Account = { ...sampleAccount, accessKeyId: 'AKLTreadonly', permitted: false };

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator({ accounts: [sampleAccount, temporary, readOnly], ...options });
}

const last = (): Arrival => emulator.arrivals.at(-1)!;

beforeEach(() => start());
afterEach(() => emulator.close());

describe('a request signed by the official SDK', () => {
  it('is accepted as a POST with a JSON body', async () => {
    const reply = await send(emulator, registering(10001));
    expect(reply).toMatchObject({ status: 200, result: {} });
    expect(last()).toMatchObject({ accountId: sampleAccount.accountId, applied: true, status: 200 });
  });

  it('is accepted as a GET without a body', async () => {
    const reply = await send(emulator, identityCall);
    expect(reply.result).toEqual({
      AccountId: 2100000001,
      Trn: 'trn:iam::2100000001:root',
      IdentityType: 'Account',
      IdentityId: '2100000001',
    });
  });

  it('is accepted with a session token, as POST and as GET', async () => {
    expect((await send(emulator, { ...registering(1), account: temporary })).status).toBe(200);
    expect((await send(emulator, { ...identityCall, account: temporary })).status).toBe(200);
  });

  it.each(['cn-north-1', 'cn-beijing', 'ap-southeast-1'])('is accepted by sts in %s', async (region) => {
    expect((await send(emulator, { ...identityCall, region })).status).toBe(200);
  });

  it('is accepted with extra query parameters that need encoding', async () => {
    const query = { 'a b': "it's (1*2)!+~", 张: '三 & = %', list: ['b', 'a', 'a b'] };
    expect((await send(emulator, { ...registering(1), query })).status).toBe(200);
  });

  it('is accepted with characters of every plane in the body', async () => {
    expect((await send(emulator, registering({ UserId: 1, NickName: '张三 🎉 é' }))).status).toBe(200);
  });

  it('is accepted with further signed headers', async () => {
    expect((await send(emulator, { ...registering(1), headers: { 'X-Trace': ' a-b ' } })).status).toBe(200);
  });

  it('is accepted up to 15 minutes from the clock, either way', async () => {
    const clock = Date.parse('2025-03-29T00:05:00Z');
    await start({ date: () => new Date(clock) });
    for (const minutes of [-15, 15]) {
      const date = new Date(clock + minutes * 60_000);
      expect((await send(emulator, { ...identityCall, date })).status).toBe(200);
    }
  });
});

describe('the vectors of RegisterUsers', () => {
  it.each(registerUsersVectors)('$name is accepted over a socket', async (vector) => {
    const { 'x-security-token': sessionToken } = vector.headers;
    const account = { ...sampleAccount, secretAccessKey: vector.secret, sessionToken };
    await start({
      accounts: [account],
      regions: ['cn-north-1', 'ap-southeast-1'],
      date: () => new Date('2025-03-29T18:10:00Z'),
    });
    const credential = `${account.accessKeyId}/${vector.scope}`;
    const names = Object.keys(vector.headers).join(';');
    const authorization = `HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${vector.signature}`;
    const { method, query, body } = vector;
    const reply = await sendWire(emulator, {
      method,
      path: '/',
      query,
      body,
      headers: { ...vector.headers, authorization },
    });
    expect(reply.status).toBe(200);
    expect(emulator.ledger.userIds(666675)).toEqual(['9007199254740993']);
  });
});

describe('the signature covers', () => {
  const tampered: Array<[what: string, tamper: (wire: WireRequest) => void]> = [
    ['the body', (wire) => (wire.body = String(wire.body).replace('10001', '10002'))],
    ['white space in the body', (wire) => (wire.body = `${wire.body} `)],
    ['added query parameters', (wire) => (wire.query += '&More=1')],
    ['query values', (wire) => (wire.query = wire.query.replace('Extra=a', 'Extra=b'))],
    ['a plus in the query, which is no space', (wire) => (wire.query = wire.query.replace('%2B', '+'))],
    ['the path', (wire) => (wire.path = '/other')],
    ['the host', (wire) => (wire.headers.Host = 'rtc.volcengineapi.com')],
    ['any other signed header', (wire) => (wire.headers['X-Trace'] = 'b')],
    ['the time', (wire) => (wire.headers['X-Date'] = shifted(wire.headers['X-Date']!))],
    [
      'the hash of the body together with the body',
      (wire) => {
        wire.body = '';
        wire.headers['X-Content-Sha256'] = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
      },
    ],
    ['its own digits', (wire) => (wire.headers.Authorization = flipLast(wire.headers.Authorization!))],
    ['the list of names', (wire) => rewrite(wire, 'SignedHeaders=host;', 'SignedHeaders=host;content-type;')],
    ['names that are not sent', (wire) => rewrite(wire, 'SignedHeaders=host;', 'SignedHeaders=host;x-none;')],
  ];

  it.each(tampered)('%s', async (_what, tamper) => {
    const call: SignedCall = {
      ...registering(10001),
      query: { Extra: 'a', Sum: '1+1' },
      headers: { 'X-Trace': 'a' },
    };
    expect((await send(emulator, call)).status).toBe(200);
    const reply = await send(emulator, { ...call, tamper });
    expect(reply).toMatchObject({ status: 401, error: { Code: 'SignatureDoesNotMatch', CodeN: 100010 } });
    expect(last()).toMatchObject({ applied: false, status: 401, accountId: undefined });
    expect(emulator.ledger.count()).toBe(1);
  });

  it('a hash that must be the one of the body received', async () => {
    const reply = await send(emulator, { ...registering(1), tamper: (wire) => (wire.body += ' ') });
    expect(reply.error?.Message).toBe('X-Content-Sha256 is not the hash of the body received.');
  });

  const mustSign: Array<[name: string, call: SignedCall]> = [
    ['host', registering(1)],
    ['x-date', registering(1)],
    ['x-content-sha256', registering(1)],
    ['x-security-token', { ...registering(1), account: temporary }],
    ['host', identityCall],
    ['x-date', identityCall],
    ['x-security-token', { ...identityCall, account: temporary }],
  ];

  it.each(mustSign)('at least %s', async (name, call) => {
    const tamper = (wire: WireRequest) => {
      const { Authorization } = wire.headers;
      wire.headers.Authorization = Authorization!.replace(/SignedHeaders=[^,]+/, (list) =>
        list.replace(new RegExp(`(?<==)${name};|;${name}`), ''),
      );
    };
    const reply = await send(emulator, { ...call, tamper });
    expect(reply.error).toMatchObject({
      Code: 'SignatureDoesNotMatch',
      Message: `The header ${name} must be signed.`,
    });
  });
});

describe('a caller is refused with', () => {
  const wrong: Account = { ...sampleAccount, secretAccessKey: 'd3Jvbmc=' };
  const unknown: Account = { ...sampleAccount, accessKeyId: 'AKLTunknown' };
  const drop = (name: string) => (wire: WireRequest) => void delete wire.headers[name];

  const refusals: Array<[code: string, codeN: number, status: number, when: string, call: SignedCall]> = [
    ['MissingAuthenticationToken', 100003, 401, 'no Authorization', { tamper: drop('Authorization') }],
    ['InvalidAccessKey', 100009, 401, 'an unknown key', { account: unknown }],
    ['SignatureDoesNotMatch', 100010, 401, 'a wrong secret', { account: wrong }],
    [
      'InvalidSecretToken',
      100026,
      401,
      'a wrong token',
      { account: { ...temporary, sessionToken: 'STSexpired' } },
    ],
    [
      'InvalidSecretToken',
      100026,
      401,
      'a missing token',
      { account: { ...temporary, sessionToken: undefined } },
    ],
    [
      'InvalidSecretToken',
      100026,
      401,
      'a token that the key does not have',
      { account: { ...sampleAccount, sessionToken: 'STSother' } },
    ],
    ['InvalidCredential', 100025, 400, 'another region', { region: 'ap-southeast-1' }],
    ['InvalidCredential', 100025, 400, 'another service', { service: 'im' }],
    [
      'InvalidCredential',
      100025,
      400,
      'a scope of another day',
      { tamper: (wire) => rewrite(wire, /\/\d{8}\//, '/20200101/') },
    ],
    ['InvalidTimestamp', 100006, 400, 'a clock behind', { date: new Date(Date.now() - 16 * 60_000) }],
    ['InvalidTimestamp', 100006, 400, 'a clock ahead', { date: new Date(Date.now() + 16 * 60_000) }],
    [
      'InvalidTimestamp',
      100006,
      400,
      'a dashed time',
      { tamper: (wire) => (wire.headers['X-Date'] = new Date().toISOString()) },
    ],
    [
      'InvalidTimestamp',
      100006,
      400,
      'a day that does not exist',
      { tamper: (wire) => (wire.headers['X-Date'] = '20250231T000000Z') },
    ],
    ['MissingRequestInfo', 100004, 400, 'no X-Date', { tamper: drop('X-Date') }],
    ['MissingRequestInfo', 100004, 400, 'no X-Content-Sha256', { tamper: drop('X-Content-Sha256') }],
    ['AccessDenied', 100013, 403, 'a key without a policy', { account: readOnly }],
    ['InvalidActionOrVersion', 100008, 404, 'an unknown action', { action: 'RegisterUser' }],
    ['InvalidActionOrVersion', 100008, 404, 'another version', { version: '2018-01-01' }],
    ['MissingParameter', 100002, 400, 'no action', { action: '' }],
    ['ServiceNotFound', 100007, 404, 'another path', { path: '/api' }],
    ['MethodNotAllowed', 100020, 405, 'another method', { method: 'PUT' }],
    ['MissingRequestInfo', 100004, 400, 'a broken escape', { tamper: (wire) => (wire.query += '&a=%zz') }],
  ];

  it.each(refusals)('%s (%i, %i) for %s', async (Code, CodeN, status, _when, call) => {
    const reply = await send(emulator, { ...registering(1), ...call });
    expect(reply).toMatchObject({ status, error: { Code, CodeN } });
    expect(last()).toMatchObject({ status, code: Code, applied: false });
    expect(emulator.ledger.count()).toBe(0);
  });

  it('the wording that echoes the key, as the real gateway does', async () => {
    const reply = await send(emulator, { ...registering(1), account: unknown });
    expect(reply.error?.Message).toBe('The security token[AKLTunknown] included in the request is invalid.');
  });

  it('nothing at all when a key without a policy asks who it is', async () => {
    expect((await send(emulator, { ...identityCall, account: readOnly })).status).toBe(200);
  });
});

it('looks accounts up anew for each request', async () => {
  emulator.accounts.length = 0;
  expect((await send(emulator, identityCall)).error?.Code).toBe('InvalidAccessKey');
  emulator.accounts.push(sampleAccount);
  expect((await send(emulator, identityCall)).status).toBe(200);
});

it('takes from its options how far a clock may be ahead', async () => {
  await start({ clockAheadMs: 5 * 60_000 });
  const sentAt = async (minutes: number) =>
    (await send(emulator, { ...registering(1), date: new Date(Date.now() + minutes * 60_000) })).error?.Code;
  expect([await sentAt(6), await sentAt(4), await sentAt(-14)]).toEqual([
    'InvalidTimestamp',
    undefined,
    undefined,
  ]);
});

it('takes the service and the regions from its options', async () => {
  await start({ service: 'im', regions: ['us-east-1', 'ap-southeast-1'] });
  for (const region of ['us-east-1', 'ap-southeast-1']) {
    expect((await send(emulator, { ...registering(1), service: 'im', region })).status).toBe(200);
  }
  expect((await send(emulator, { ...registering(1), region: 'us-east-1' })).status).toBe(400);
});

function rewrite(wire: WireRequest, from: string | RegExp, to: string): void {
  wire.headers.Authorization = wire.headers.Authorization!.replace(from, to);
}

function flipLast(hex: string): string {
  return hex.slice(0, -1) + (hex.endsWith('0') ? '1' : '0');
}

// One second earlier or later, without leaving the day.
function shifted(xDate: string): string {
  return xDate.endsWith('00Z') ? xDate.replace('00Z', '01Z') : xDate.replace(/\d\dZ$/, '00Z');
}
