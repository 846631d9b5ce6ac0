import type { IDataObject } from 'n8n-workflow';
import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { SignableOptions } from '../../../../credentials/request/signableOptions';
import { authenticate, credentials, isSignedAsSent, queryOf } from '../../../support/credentials/signing';

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
    ['with a broken escape before text', { url: '/50%中' }, `${rtc}/50%25%E4%B8%AD`],
    ['with a broken escape beside a right one', { url: '/%zz%20%' }, `${rtc}/%25zz%20%25`],
    ['with escapes that are no UTF-8', { url: '/%d6%D0/%ff' }, `${rtc}/%D6%D0/%FF`],
    ['with escapes that need none', { url: '/%41%7e%2d%2e' }, `${rtc}/A~-.`],
    ['with an escape of an escape', { url: '/%2541' }, `${rtc}/%2541`],
    ['with empty segments', { url: `${rtc}//a//b/` }, `${rtc}//a//b/`],
    ['with dot segments', { url: `${rtc}/a/./b/../c/%2e%2E/d` }, `${rtc}/a/d`],
    ['with a blank in front', { url: ` ${rtc}/?Action=A` }, `${rtc}/?Action=A`],
    ['with a line feed after it', { url: `${rtc}/a\r\n` }, `${rtc}/a`],
    ['relative, with blanks around it', { url: '\t/a ' }, `${rtc}/a`],
    ['of a base URL with blanks around it', { url: '/a', baseURL: ` ${rtc} ` }, `${rtc}/a`],
    [
      'relative, with an address in its query',
      { url: '/?a=https://b.example/' },
      `${rtc}/?a=https%3A%2F%2Fb.example%2F`,
    ],
    ['relative, with empty segments', { url: 'a//b' }, `${rtc}/a//b`],
    ['relative, with a colon in its path', { url: '/a:b' }, `${rtc}/a%3Ab`],
    ['of a base URL with a path alone', { baseURL: `${rtc}/a` }, `${rtc}/a`],
    ['an object', { url: undefined, uri: new URL(`${rtc}/a`) as never }, `${rtc}/a`],
    ['in `url` beside another in `uri`', { url: `${rtc}/a`, uri: `${rtc}/b` }, `${rtc}/a`],
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

describe('an address that is asked for again', () => {
  test.each<[kind: string, one: SignableOptions, other: SignableOptions, urls: [string, string]]>([
    ['another address', { url: '/a' }, { url: '/b' }, [`${rtc}/a`, `${rtc}/b`]],
    ['no address', { url: '' }, { uri: '/b' }, [`${rtc}/`, `${rtc}/b`]],
    ['a query', { url: '/' }, { url: '/', qs: { a: 1 } }, [`${rtc}/`, `${rtc}/?a=1`]],
    ['none', { url: '/', qs: { a: 1 } }, { url: '/' }, [`${rtc}/?a=1`, `${rtc}/`]],
    [
      'another base URL',
      { url: '/', baseURL: 'https://sts.volcengineapi.com' },
      { url: '/' },
      ['https://sts.volcengineapi.com/', `${rtc}/`],
    ],
  ])('with %s is read anew', async (_kind, one, other, urls) => {
    for (const [options, url] of [
      [one, urls[0]],
      [one, urls[0]],
      [other, urls[1]],
    ] as const) {
      const signed = await authenticate({ ...options });
      expect(signed.url).toBe(url);
      expect(isSignedAsSent(signed)).toBe(true);
    }
  });

  test('with another endpoint is read anew', async () => {
    const to = async (endpoint: string) =>
      (await authenticate({ url: '/' }, { ...credentials, endpoint })).url;
    expect([await to('https://a.example.com'), await to('https://b.example.com')]).toEqual([
      'https://a.example.com/',
      'https://b.example.com/',
    ]);
  });

  test('as an object that was changed is read anew', async () => {
    const uri = new URL(`${rtc}/a`);
    const signedUrl = async () => (await authenticate({ url: undefined, uri: uri as never })).url;
    expect(await signedUrl()).toBe(`${rtc}/a`);
    uri.pathname = '/b';
    expect(await signedUrl()).toBe(`${rtc}/b`);
  });

  test('and that may not be signed is refused again', async () => {
    const url = 'https://evil.example.com/';
    await expect(authenticate({ url })).rejects.toThrow(CannotSignError);
    await expect(authenticate({ url })).rejects.toThrow(CannotSignError);
    const own = { ...credentials, endpoint: 'https://evil.example.com' };
    expect((await authenticate({ url }, own)).url).toBe(url);
    await expect(authenticate({ url })).rejects.toThrow(CannotSignError);
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

  test.each(['?tenant=1', '/?', '#/', '/path?a=1'])(
    'that ends in %s signs nothing, whatever the address of the request',
    async (end) => {
      const given = { ...credentials, endpoint: `https://gateway.example.com${end}` };
      for (const url of ['/?Action=A', `${rtc}/`]) {
        await expect(authenticate({ url }, given)).rejects.toThrow(/has a query .* or a fragment .*Endpoint/);
      }
    },
  );

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

  test.each([
    'ftp://ann:opensesame@gateway.example.com',
    'ftp://ann:open/sesame@gateway.example.com',
    'ann:opensesame@gateway.example.com',
    '@gateway.example.com',
    'ann@example.com:opensesame@gateway.example.com',
    `ftp://ann:opensesame${' '.repeat(200)}@gateway.example.com`,
  ])('%s, which is no URL, does not give away the password in it', async (endpoint) => {
    const signing = authenticate({ url: '/' }, { ...credentials, endpoint });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.not.toThrow(/sesame/);
    await expect(signing).rejects.toThrow(/"…gateway.example.com" is not a web address/);
  });
});

describe('an address', () => {
  test.each([
    ['a line feed', `${rtc}/?a=b\nc`, /line break or a tab/],
    ['a tab', `${rtc}/a\tb`, /line break or a tab/],
    ['a line feed in its scheme', `ht\ntps://rtc.volcengineapi.com/`, /line break or a tab/],
    ['a backslash in its path', `${rtc}/a\\b`, /backslash/],
    ['backslashes after its scheme', 'https:\\\\rtc.volcengineapi.com/', /backslash/],
    [
      'another scheme',
      'ftp://rtc.volcengineapi.com/?secret=1#top',
      /^"ftp:\/\/rtc.volcengineapi.com\/" is not a web/,
    ],
    ['a scheme that ends alike', 'xhttps://rtc.volcengineapi.com/', /not a web address/],
    ['a password alone', 'https://:pw@rtc.volcengineapi.com/', /user name or password/],
    ['one slash after its scheme', 'https:/rtc.volcengineapi.com/', /not a web address/],
    ['three slashes after its scheme', 'https:///rtc.volcengineapi.com/', /not a web address/],
    ['a host and a port alone', 'rtc.volcengineapi.com:443/', /not a web address/],
    ['a blank in its host', 'https://rtc volcengineapi.com/', /not a web address/],
    ['bytes in its query that are no UTF-8', `${rtc}/?a=%D6%D0`, /no UTF-8/],
    ['bytes in its query that are cut off', `${rtc}/?a=%EF%BF%BD&b=%E4%B8`, /no UTF-8/],
  ])('with %s is refused in words', async (_case, url, message) => {
    const signing = authenticate({ url });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.toThrow(message);
  });

  test('of any length makes a short message', async () => {
    const signing = authenticate({ url: `ftp://${'a'.repeat(100_000)}` });
    await expect(signing.catch((error: Error) => error.message.length)).resolves.toBeLessThan(300);
  });
});

/** Objects inside of objects. */
function deep(levels: number): IDataObject {
  return levels === 0 ? (1 as never) : { a: deep(levels - 1) };
}

const circleOfLists: unknown[] = [];
circleOfLists.push(circleOfLists);

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
    ['a backslash in the URL', { url: '/?a=b\\c' }, 'a=b%5Cc'],
    ['the character U+FFFD in the URL', { url: '/?a=%EF%BF%BD&b=\uFFFD' }, 'a=%EF%BF%BD&b=%EF%BF%BD'],
    ['that character, escaped twice', { url: '/?a=%25EF%25BF%25BD%20%C3%A9' }, 'a=%25EF%25BF%25BD%20%C3%A9'],
    ['names beyond the BMP', { qs: { '\u{1F600}': 1, ｆ: 2 } }, '%EF%BD%86=2&%F0%9F%98%80=1'],
    ['names of broken surrogates', { qs: { '\uD801': 1, '\uD800': 2 } }, '%EF%BF%BD=1&%EF%BF%BD=2'],
    ['no qs at all', { url: '/?a=1', qs: null as never }, 'a=1'],
    [
      'lists as numbered, the legacy way',
      { qs: { a: [1, 2] }, useQuerystring: false },
      'a%5B0%5D=1&a%5B1%5D=2',
    ],
    ['an empty list with commas', { qs: { a: [], b: 1 }, arrayFormat: 'comma' }, 'b=1'],
    ['eleven objects inside of each other', { qs: deep(11) }, `a${'%5Ba%5D'.repeat(10)}=1`],
    ['text', { qs: 'b=2&a=1' as never }, 'a=1&b=2'],
    ['URLSearchParams', { qs: new URLSearchParams('b=2&a=1') as never }, 'a=1&b=2'],
    ['an integer of the type BigInt', { qs: { a: 9007199254740993n as never } }, 'a=9007199254740993'],
    ['what writes itself as text', { qs: { a: { toJSON: () => '2026-01-01' } as never } }, 'a=2026-01-01'],
    [
      'dates and nothing in a list with commas',
      { qs: { a: [new Date(0) as never, null, undefined, 1] }, arrayFormat: 'comma' },
      'a=1970-01-01T00%3A00%3A00.000Z%2C%2C%2C1',
    ],
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

  const circle: { a?: unknown } = {};
  circle.a = circle;

  test.each<[kind: string, qs: unknown, message: RegExp]>([
    ['a Map', new Map([['a', 1]]), /^The query or form is of the type Map and has no form as text/],
    ['objects twelve deep', deep(12), /nested too deeply/],
    ['a circle of lists', { a: circleOfLists }, /nested too deeply/],
    ['a list', [1], /type Array/],
    ['a Map in a parameter', { a: new Map() }, /"a" is of the type Map/],
    ['bytes in a parameter', { a: { b: Buffer.of(1) } }, /"a\[b\]" is of the type Uint8Array/],
    ['a function in a parameter', { a: () => 1 }, /"a" is of the type Function/],
    ['an invalid date in a parameter', { a: new Date(NaN) }, /"a" is of the type Date/],
    ['a circle', circle, /nested too deeply/],
  ])('refuses %s in words', async (_kind, qs, message) => {
    const signing = authenticate({ url: '/', qs: qs as never });
    await expect(signing).rejects.toThrow(CannotSignError);
    await expect(signing).rejects.toThrow(message);
  });

  test('refuses objects in a list with commas', async () => {
    const signing = authenticate({ url: '/', qs: { a: [{ b: 1 }] }, arrayFormat: 'comma' });
    await expect(signing).rejects.toThrow(/"a" is of the type Object/);
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
