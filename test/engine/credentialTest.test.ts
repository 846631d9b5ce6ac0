import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../support/emulator';
import { VolcengineRtcApi } from '../support/engine/built';
import { credentialFor } from '../support/engine/registerUsers';
import { testCredential } from '../support/engine/testCredential';

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator(options);
};
afterEach(async () => await emulator?.close());

async function press(changes: ICredentialDataDecryptedObject = {}): Promise<string | undefined> {
  return await testCredential({
    type: new VolcengineRtcApi(),
    data: { ...credentialFor(emulator), ...changes },
  });
}

test('a right key pair passes the test', async () => {
  await start();
  expect(await press()).toBeUndefined();
  expect(emulator.arrivals).toMatchObject([{ action: 'GetCallerIdentity', method: 'GET', status: 200 }]);
});

test.each<[what: string, EmulatorOptions, ICredentialDataDecryptedObject, message: RegExp]>([
  ['an unknown key', {}, { accessKeyId: 'AKLTunknown' }, /does not know this Access Key ID/],
  ['a wrong secret', {}, { secretAccessKey: 'wrong' }, /Secret Access Key does not belong/],
  [
    'an expired token',
    { accounts: [{ ...sampleAccount, sessionToken: 'STSnew' }] },
    { sessionToken: 'STSold' },
    /Session Token is wrong or has expired/,
  ],
  ['a clock that is off', { date: () => new Date(Date.now() - 3_600_000) }, {}, /clock of the machine/],
  [
    'a region that the service does not have',
    {},
    { region: 'eu-west-1' },
    /Check Region and Endpoint, then the keys/,
  ],
])('%s fails the test with a message of its own', async (_, options, changes, message) => {
  await start(options);
  expect(await press(changes)).toMatch(message);
  expect(emulator.arrivals).toHaveLength(1);
});

test.each<[code: string, message: RegExp]>([
  ['FlowLimitExceeded', /too many requests/],
  ['AccountFlowLimitExceeded', /too many requests of this account/],
  ['InternalError', /internal error.*says nothing about the keys/],
  ['InternalServiceTimeout', /did not answer in time/],
  ['ServiceUnavailableTemp', /temporarily unavailable/],
  ['LackPolicy', /lacks a permission/],
  ['InvalidActionOrVersion', /does not offer GetCallerIdentity/],
  ['InvalidCredential', /Check Region and Endpoint, then the keys/],
  ['ErrorOfTheFuture', /error that this version does not know/],
])('the error %s of the gateway fails the test in its own words', async (code, message) => {
  await start({ faults: () => ({ code }) });
  expect(await press()).toMatch(message);
  expect(emulator.arrivals).toMatchObject([{ code }]);
});

test.each<[what: string, status: number, body: string]>([
  ['a page', 200, '<html>Please sign in</html>'],
  ['a page with the status 403', 403, '<html>Forbidden</html>'],
  ['a page with the status 502', 502, '<html>Bad gateway</html>'],
  ['nothing', 200, ''],
  ['nothing with the status 404', 404, ''],
  ['JSON of another service', 200, '{"status":"ok"}'],
  ['an unmodified answer', 304, ''],
])('%s in place of an answer is not green', async (_what, status, body) => {
  await start({ faults: () => ({ status, body }) });
  expect(await press()).toMatch(/not Volcengine's.*Check the Endpoint.*proxy/);
});

describe('what is wrong with the credential itself is told in words', () => {
  test.each<[field: string, value: string, message: RegExp]>([
    ['accessKeyId', ' ', /^The credential has no Access Key ID/],
    ['secretAccessKey', '', /^The credential has no Secret Access Key/],
    ['sessionToken', 'a\nb', /^The credential's Session Token has white space/],
    ['endpoint', 'rtc.volcengineapi.com', /^"rtc.volcengineapi.com" is not a web address/],
    [
      'endpoint',
      'https://rtc.volcengineapi.com/?a=1',
      /has a query.*Remove it from the credential's Endpoint/,
    ],
    ['endpoint', 'https://ann:pw@rtc.volcengineapi.com', /^The address has a user name or password/],
    ['endpoint', 'https://rtc.volcengineapi.com:pw@evil.example', /^The address has a user name or password/],
  ])('%s: %j', async (field, value, message) => {
    await start();
    expect(await press({ [field]: value })).toMatch(message);
    expect(emulator.arrivals).toHaveLength(0);
  });
});

/** Where the test's request would go, as n8n's routing asks the credential to sign it. */
async function askedAt(endpoint: string): Promise<string | undefined> {
  const type = new VolcengineRtcApi();
  const { authenticate } = type;
  let asked: IHttpRequestOptions | undefined;
  type.authenticate = async (credentials, options) => {
    asked = await authenticate(credentials, options);
    throw new Error('not sent');
  };
  await testCredential({ type, data: { accessKeyId: 'AKLT', secretAccessKey: 's', endpoint } });
  return asked?.url;
}

const query = '/?Action=GetCallerIdentity&Version=2018-01-01';

test.each([
  ['', 'https://sts.volcengineapi.com'],
  ['  ', 'https://sts.volcengineapi.com'],
  ['https://rtc.volcengineapi.com', 'https://sts.volcengineapi.com'],
  [' https://RTC.volcengineapi.com:443/ ', 'https://sts.volcengineapi.com'],
  ['http://rtc.volcengineapi.com', 'https://sts.volcengineapi.com'],
  ['https://open-ap-singapore-1.volcengineapi.com/some/path', 'https://sts.volcengineapi.com'],
  ['https://rtc.ap-southeast-1.volcengineapi.com', 'https://sts.volcengineapi.com'],
  ['https://open.byteplusapi.com/', 'https://sts.byteplusapi.com'],
  ['https://gateway.example.com/', 'https://gateway.example.com'],
  ['https://gateway.example.com/rtc.volcengineapi.com', 'https://gateway.example.com/rtc.volcengineapi.com'],
  ['https://evilvolcengineapi.com', 'https://evilvolcengineapi.com'],
  ['https://rtc.volcengineapi.com.evil.example', 'https://rtc.volcengineapi.com.evil.example'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
])('with the Endpoint "%s", %s is asked who the key belongs to', async (endpoint, asked) => {
  expect(await askedAt(endpoint)).toBe(asked + query);
});
