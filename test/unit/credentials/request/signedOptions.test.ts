import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { SignableOptions } from '../../../../credentials/request/signableOptions';
import { authenticate, isSignedAsSent, now } from '../../../support/credentials/signing';

beforeEach(() => {
  jest.useFakeTimers({ now });
});

afterEach(() => jest.useRealTimers());

const url = '/?Action=A';

test.each(['Authorization', 'authorization', 'AUTHORIZATION'])('a header %s gives way', async (name) => {
  const signed = await authenticate({ url, headers: { [name]: 'Basic YTpi' } });
  const authorizations = Object.keys(signed.headers).filter((header) => /^authorization$/i.test(header));
  expect(authorizations).toEqual(['authorization']);
  expect(isSignedAsSent(signed)).toBe(true);
});

test.each([
  ['X-Date', '20000101T000000Z'],
  ['x-DATE', '20000101T000000Z'],
  ['Host', 'evil.example.com'],
  ['HOST', 'evil.example.com'],
  ['X-Content-Sha256', 'UNSIGNED-PAYLOAD'],
  ['X-Security-Token', 'stale'],
  ['Content-Length', '999'],
  ['content-LENGTH', '999'],
])('a header %s of the caller does not reach the signed request', async (name, value) => {
  const signed = await authenticate({ method: 'POST', url, body: '{}', headers: { [name]: value } });
  expect(Object.values(signed.headers)).not.toContain(value);
  expect(Object.keys(signed.headers)).toEqual(
    Object.keys(signed.headers).map((header) => header.toLowerCase()),
  );
  expect(isSignedAsSent(signed)).toBe(true);
});

test.each([' Authorization', 'authorization\t', ' x-security-token ', 'HOST '])(
  'a header %j, whose white space n8n ignores, does not take the place of a signed one',
  async (name) => {
    const signed = await authenticate({ url, headers: { [name]: false } });
    expect(Object.keys(signed.headers)).not.toContain(name);
    expect(isSignedAsSent(signed)).toBe(true);
  },
);

test.each([null, undefined, false, '', ' '])(
  'a content type %p is none, and a body goes out as JSON',
  async (none) => {
    const headers = { 'Content-Type': none as never };
    const signed = await authenticate({ method: 'POST', url, body: '{}', headers });
    expect(signed.headers['content-type']).toBe('application/json');
    expect(isSignedAsSent(signed)).toBe(true);
  },
);

test.each<[given: object, sent: string]>([
  [{ 'Content-Type': ['text/plain'] }, 'text/plain'],
  [{ 'content-type': ' text/plain\r\n' }, 'text/plain'],
  [{ 'Content-Type ': 'text/plain' }, 'text/plain'],
  [{ 'Content-Type': 'text/html', 'content-type': 'text/plain' }, 'text/plain'],
  [{ 'Content-Type': 'text/plain', 'content-type': null }, 'text/plain'],
  [{ 'Content-Type': 'text/plain', 'content-type': undefined }, 'text/plain'],
])('the headers %j send a body as %s', async (headers, sent) => {
  const signed = await authenticate({ method: 'POST', url, body: 'a', headers: headers as never });
  expect(signed.headers['content-type']).toBe(sent);
  expect(Object.keys(signed.headers).filter((name) => /^content-type$/i.test(name.trim()))).toHaveLength(1);
  expect(isSignedAsSent(signed)).toBe(true);
});

test.each([['text/plain; name="张"'], ['a\nb'], [['text/plain', 'text/html']], [{ a: 1 }]])(
  'the content type %j, which is changed on its way, is refused',
  async (type) => {
    const headers = { 'Content-Type': type as never };
    const signing = authenticate({ method: 'POST', url, body: 'a', headers });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.toThrow(/Content-Type is not a media type/);
  },
);

test('the headers are a new object, and what n8n adds to it is not signed', async () => {
  const headers = { Accept: 'text/plain' };
  const signed = await authenticate({ url, headers });
  signed.headers.traceparent = '00-1-2-01';
  expect(headers).toEqual({ Accept: 'text/plain' });
  expect(isSignedAsSent(signed)).toBe(true);
  const again = await authenticate(signed);
  expect(again.headers).not.toBe(signed.headers);
  expect(again.headers.authorization).toBe(signed.headers.authorization);
});

test.each([null, undefined])('headers of %p are none', async (headers) => {
  expect(isSignedAsSent(await authenticate({ url, headers: headers as never }))).toBe(true);
});

test('no redirect is followed, by either of the helpers of n8n, whatever the caller asks for', async () => {
  const asked = {
    disableFollowRedirect: false,
    followRedirect: true,
    followAllRedirects: true,
    maxRedirects: 5,
  };
  for (const options of [{ url }, { url, ...asked }]) {
    expect(await authenticate(options)).toMatchObject({
      disableFollowRedirect: true,
      followRedirect: false,
      followAllRedirects: false,
      maxRedirects: 0,
    });
  }
});

test('a method is sent as it is given', async () => {
  expect((await authenticate({ url, method: 'GET' })).method).toBe('GET');
  const signed = await authenticate({ url, method: 'put' as never, body: 'a' });
  expect(signed.method).toBe('put');
  expect(isSignedAsSent(signed)).toBe(true);
});

test('other headers stay as they are, unsigned', async () => {
  const signed = await authenticate({ url, headers: { Accept: 'text/plain', 'X-Trace': '7' } });
  expect(signed.headers).toMatchObject({ Accept: 'text/plain', 'X-Trace': '7' });
  expect(signed.headers.authorization).not.toContain('x-trace');
});

test('the content type of the caller is replaced by one header with its value', async () => {
  const headers = { 'CONTENT-TYPE': 'text/plain' };
  const signed = await authenticate({ method: 'POST', url, body: 'a', headers });
  expect(Object.entries(signed.headers).filter(([name]) => /^content-type$/i.test(name))).toEqual([
    ['content-type', 'text/plain'],
  ]);
});

test('all other options stay as they are', async () => {
  const rest = {
    timeout: 5,
    encoding: 'text' as const,
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    proxy: { host: '127.0.0.1', port: 3128 },
  };
  expect(await authenticate({ url, ...rest })).toMatchObject(rest);
});

test('the options of the caller are not changed', async () => {
  const options = Object.freeze({
    method: 'POST' as const,
    url,
    qs: Object.freeze({ a: 1 }),
    headers: Object.freeze({ Authorization: 'old' }),
    body: Object.freeze({ a: 1 }),
  });
  await authenticate(options);
  expect(options).toEqual({
    method: 'POST',
    url,
    qs: { a: 1 },
    headers: { Authorization: 'old' },
    body: { a: 1 },
  });
});

test.each<[kind: string, options: SignableOptions]>([
  ['a JSON request', { method: 'POST', url, qs: { a: ['1 2', '*'] }, body: '{"名":"张三"}' }],
  ['a GET', { url: '/a b/?b=+&a=*' }],
  ['a legacy GET with a body', { uri: 'https://rtc.volcengineapi.com/?a=1', body: { a: 1 } }],
  ['a legacy form', { method: 'POST', uri: 'https://rtc.volcengineapi.com/', form: { a: '1 2' } }],
  ['a request to a base URL', { url, baseURL: 'https://sts.volcengineapi.com' }],
])('%s signed twice, as n8n does when it tries again, is as signed once', async (_kind, options) => {
  const once = await authenticate(options);
  expect(await authenticate(once)).toEqual(once);
});

test('a second signature has the time of its own moment', async () => {
  const once = await authenticate({ method: 'POST', url, body: '{}' });
  jest.setSystemTime(now.getTime() + 60_000);
  const twice = await authenticate(once);
  expect([once, twice].map(({ headers }) => headers['x-date'])).toEqual([
    '20250329T180937Z',
    '20250329T181037Z',
  ]);
  expect(isSignedAsSent(twice)).toBe(true);
});
