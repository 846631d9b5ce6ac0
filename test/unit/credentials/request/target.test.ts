import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { SignableOptions } from '../../../../credentials/request/signableOptions';
import { authenticate, credentials, isSignedAsSent, queryOf } from '../signing';

const rtc = 'https://rtc.volcengineapi.com';

describe('the address', () => {
  test.each<[kind: string, options: SignableOptions, url: string]>([
    ['relative', { url: '/?Action=A' }, `${rtc}/?Action=A`],
    ['relative without a slash', { url: '?Action=A' }, `${rtc}/?Action=A`],
    ['empty', { url: '' }, `${rtc}/`],
    [
      'absolute',
      { url: 'https://iam.volcengineapi.com/?Action=A' },
      'https://iam.volcengineapi.com/?Action=A',
    ],
    [
      'absolute, its host in capitals',
      { url: 'HTTPS://IAM.Volcengineapi.com' },
      'https://iam.volcengineapi.com/',
    ],
    [
      'with the port of its scheme',
      { url: 'https://iam.volcengineapi.com:443/' },
      'https://iam.volcengineapi.com/',
    ],
    [
      'relative to a base URL',
      { url: '/?Action=A', baseURL: 'https://sts.volcengineapi.com' },
      'https://sts.volcengineapi.com/?Action=A',
    ],
    ['absolute beside a base URL', { url: `${rtc}/a`, baseURL: 'https://sts.volcengineapi.com' }, `${rtc}/a`],
    ['of a base URL alone', { baseURL: 'https://sts.volcengineapi.com' }, 'https://sts.volcengineapi.com/'],
    ['with a fragment', { url: `${rtc}/?Action=A#top` }, `${rtc}/?Action=A`],
    ['with a path of text', { url: '/张三/a b/c%2Fd/e*f' }, `${rtc}/%E5%BC%A0%E4%B8%89/a%20b/c%2Fd/e%2Af`],
    ['with a broken escape in its path', { url: '/100%' }, `${rtc}/100%25`],
    ['that looks like another host', { url: '//evil.example.com/' }, `${rtc}/evil.example.com/`],
  ])('that is %s is signed as it is sent', async (_kind, options, url) => {
    const signed = await authenticate(options);
    expect(signed.url).toBe(url);
    expect(isSignedAsSent(signed)).toBe(true);
    expect(signed).not.toHaveProperty('baseURL');
  });

  test('in the legacy `uri` is signed and given back under both names', async () => {
    const signed = await authenticate({ uri: `${rtc}/?b=2&a=1` });
    expect(signed).toMatchObject({ url: `${rtc}/?a=1&b=2`, uri: `${rtc}/?a=1&b=2` });
    expect(isSignedAsSent(signed)).toBe(true);
  });
});

describe('the endpoint of the credential', () => {
  test.each([
    ['a host', 'https://gateway.example.com', 'https://gateway.example.com/?Action=A'],
    ['a port', 'http://127.0.0.1:4000', 'http://127.0.0.1:4000/?Action=A'],
    ['a trailing slash', 'https://gateway.example.com/', 'https://gateway.example.com/?Action=A'],
    ['a path', 'https://gateway.example.com/volc/rtc', 'https://gateway.example.com/volc/rtc/?Action=A'],
    [
      'a path with a slash',
      'https://gateway.example.com/volc//',
      'https://gateway.example.com/volc/?Action=A',
    ],
    ['an IPv6 address', 'http://[::1]:4000', 'http://[::1]:4000/?Action=A'],
  ])('may have %s', async (_case, endpoint, url) => {
    const signed = await authenticate({ url: '/?Action=A' }, { ...credentials, endpoint });
    expect(signed.url).toBe(url);
    expect(signed.headers.host).toBe(new URL(url).host);
    expect(isSignedAsSent(signed)).toBe(true);
  });

  test('does not move a request that has a host of its own', async () => {
    const signed = await authenticate(
      { url: `${rtc}/` },
      { ...credentials, endpoint: 'http://127.0.0.1:4000' },
    );
    expect(signed.url).toBe(`${rtc}/`);
  });

  test.each([
    ['no URL', 'rtc.volcengineapi.com'],
    ['words', 'my gateway'],
    ['another scheme', 'ftp://gateway.example.com'],
    ['a scheme alone', 'https://'],
  ])('that is %s signs nothing and says so', async (_case, endpoint) => {
    const signing = authenticate({ url: '/' }, { ...credentials, endpoint });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.toThrow(/is not a web address.*Endpoint/);
  });

  test('with a user name and password signs nothing, and its password is not repeated', async () => {
    const endpoint = 'https://ann:opensesame@gateway.example.com';
    const signing = authenticate({ url: '/' }, { ...credentials, endpoint });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.toThrow(/user name or password/);
    await expect(signing).rejects.not.toThrow(/opensesame/);
  });

  test('that is no URL does not give away a password in it', async () => {
    const endpoint = 'ftp://ann:opensesame@gateway.example.com';
    await expect(authenticate({ url: '/' }, { ...credentials, endpoint })).rejects.not.toThrow(/opensesame/);
  });
});

describe('the query', () => {
  const list = { a: ['x', 'y z', '张'] };

  test.each<[kind: string, options: SignableOptions, query: string]>([
    ['spaces and pluses', { qs: { 'a b': 'c + d' } }, 'a%20b=c%20%2B%20d'],
    ["the characters !'()*~", { qs: { a: "!'()*~" } }, 'a=%21%27%28%29%2A~'],
    ['Chinese', { qs: { 名: '张三' } }, '%E5%90%8D=%E5%BC%A0%E4%B8%89'],
    ['a plus in the URL, which is a space', { url: '/?a=b+c' }, 'a=b%20c'],
    ['an encoded plus in the URL', { url: '/?a=b%2Bc' }, 'a=b%2Bc'],
    ['repeated names in the URL', { url: '/?a=2&a=1' }, 'a=1&a=2'],
    ['parts in the URL and in qs', { url: '/?b=1', qs: { a: 2, b: 0 } }, 'a=2&b=0&b=1'],
    ['names without a value', { url: '/?b&a=' }, 'a=&b='],
    ['numbers and booleans', { qs: { a: 1, b: true, c: 1.5 } }, 'a=1&b=true&c=1.5'],
    ['null and undefined', { qs: { a: null, b: undefined } }, 'a='],
    ['a date', { qs: { a: new Date(0) as never } }, 'a=1970-01-01T00%3A00%3A00.000Z'],
    ['nested objects', { qs: { a: { b: { c: 1 }, d: 2 } } }, 'a%5Bb%5D%5Bc%5D=1&a%5Bd%5D=2'],
    ['lists in a nested object', { qs: { a: { b: [1, 2] } } }, 'a%5Bb%5D=1&a%5Bb%5D=2'],
    ['a list', { qs: list }, 'a=%E5%BC%A0&a=x&a=y%20z'],
    ['a repeated list', { qs: list, arrayFormat: 'repeat' }, 'a=%E5%BC%A0&a=x&a=y%20z'],
    [
      'a list with brackets',
      { qs: list, arrayFormat: 'brackets' },
      'a%5B%5D=%E5%BC%A0&a%5B%5D=x&a%5B%5D=y%20z',
    ],
    [
      'a list with indices',
      { qs: list, arrayFormat: 'indices' },
      'a%5B0%5D=x&a%5B1%5D=y%20z&a%5B2%5D=%E5%BC%A0',
    ],
    ['a list with commas', { qs: list, arrayFormat: 'comma' }, 'a=x%2Cy%20z%2C%E5%BC%A0'],
    [
      'a list as legacy options spell it',
      { qs: { a: [1] }, qsStringifyOptions: { arrayFormat: 'brackets' } },
      'a%5B%5D=1',
    ],
  ])('with %s is signed in the form in which it is sent', async (_kind, options, query) => {
    const signed = await authenticate({ url: '/', ...options });
    expect(signed.url).toBe(`${rtc}/?${query}`);
    expect(isSignedAsSent(signed)).toBe(true);
    expect(signed).not.toHaveProperty('qs');
  });

  test('on the legacy way is that of the URI and qs', async () => {
    const signed = await authenticate({ uri: `${rtc}/?b=1`, qs: { a: '张' } });
    expect(queryOf(signed)).toEqual([
      ['a', '张'],
      ['b', '1'],
    ]);
    expect(isSignedAsSent(signed)).toBe(true);
  });
});
