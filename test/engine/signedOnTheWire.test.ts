import type { IHttpRequestOptions } from 'n8n-workflow';
import { type Emulator, sampleAccount, startEmulator } from '../support/emulator';
import { VolcengineRtcApi } from '../support/engine/built';
import { contextOf } from '../support/engine/contextOf';
import { credentialFor } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(async () => await emulator.close());

const helpers = ['httpRequestWithAuthentication', 'requestWithAuthentication'] as const;
type Helper = (typeof helpers)[number];

/** Options as careless callers write them; of the types n8n declares only some are checked. */
type Options = Record<string, unknown>;

/** Sends a request through n8n's own helper, and returns what has arrived, if anything has. */
async function arrivalOf(helper: Helper, options: Options) {
  const before = emulator.arrivals.length;
  const { context } = contextOf({ type: new VolcengineRtcApi(), data: credentialFor(emulator) });
  const request = options as unknown as IHttpRequestOptions;
  const problem = await context.helpers[helper]
    .call(context, 'volcengineRtcApi', request)
    .then(() => undefined)
    .catch((error: Error) => error.message);
  return { arrival: emulator.arrivals[before], problem, count: emulator.arrivals.length - before };
}

const read = '/?Action=GetCallerIdentity&Version=2018-01-01';
const write = '/?Action=BatchGetUser&Version=2020-12-01';
const form = 'application/x-www-form-urlencoded';
const post = { method: 'POST', url: write };
const typed = (type: unknown, name = 'Content-Type') => ({ headers: { [name]: type } });

interface Sent {
  path?: string;
  body?: string;
  type?: string;
}

/** Requests that came out wrong once, or could. A `{url}` stands for the address of the emulator. */
const requests: Record<string, [options: () => Options, sent: Sent]> = {
  'names beyond the BMP': [
    () => ({ url: read, qs: { '\u{1F600}': 1, ｆ: 2, '\uE000': 3 } }),
    { path: `${read}&%EE%80%80=3&%EF%BD%86=2&%F0%9F%98%80=1` },
  ],
  'a query in the URL and in qs': [
    () => ({ url: `${read}&b=+%2B*`, qs: { a: [1, 2], c: { d: null }, e: undefined, f: new Date(0) } }),
    {
      path: '/?Action=GetCallerIdentity&Version=2018-01-01&a=1&a=2&b=%20%2B%2A&c%5Bd%5D=&f=1970-01-01T00%3A00%3A00.000Z',
    },
  ],
  'a path that cannot be decoded': [() => ({ url: `/50%中${read}` }), { path: `/50%25%E4%B8%AD${read}` }],
  'a path of other bytes than UTF-8': [() => ({ url: `/%d6%D0${read}` }), { path: `/%D6%D0${read}` }],
  'a path with characters of all kinds': [
    () => ({ url: `/a|b^c[d]{e};f,g=h:i@j&k+l$m'n(o)!*${read}` }),
    { path: `/a%7Cb%5Ec%5Bd%5D%7Be%7D%3Bf%2Cg%3Dh%3Ai%40j%26k%2Bl%24m%27n%28o%29%21%2A${read}` },
  ],
  'empty segments': [() => ({ url: `${emulator.url}//a//b/${read}` }), { path: `//a//b/${read}` }],
  'dot segments': [() => ({ url: `${emulator.url}/a/../b/%2e%2E/c/.${read}` }), { path: `/c${read}` }],
  'a fragment': [() => ({ url: `${read}#top` }), { path: read }],
  'a blank in front of the URL': [() => ({ url: ` ${emulator.url}${read}` }), { path: read }],
  'a line feed after the URL': [() => ({ url: `${emulator.url}${read}\r\n` }), { path: read }],
  'a base URL': [() => ({ baseURL: `${emulator.url}/`, url: read }), { path: read }],
  'a GET with a body': [
    () => ({ method: 'GET', url: read, body: { a: 1 } }),
    { body: '{"a":1}', type: 'application/json' },
  ],
  'a GET with a body, as JSON': [
    () => ({ method: 'GET', url: `${emulator.url}${read}`, body: { a: '张' }, json: true }),
    { body: '{"a":"张"}' },
  ],
  'a GET with an empty body': [() => ({ method: 'GET', url: read, body: {} }), { body: '' }],
  '16-bit integers': [() => ({ ...post, body: Uint16Array.of(0x6261, 0x6463) }), { body: 'abcd' }],
  'a view of data': [
    () => ({ ...post, body: new DataView(Uint8Array.of(120, 97, 98).buffer, 1) }),
    { body: 'ab' },
  ],
  'an ArrayBuffer': [() => ({ ...post, body: Uint8Array.of(97, 98).buffer }), { body: 'ab' }],
  'an object': [() => ({ ...post, body: { a: ['张'] }, json: true }), { body: '{"a":["张"]}' }],
  text: [() => ({ ...post, body: '{"a": 1}' }), { body: '{"a": 1}', type: 'application/json' }],
  'a list': [() => ({ ...post, body: [1, 'b'] }), { body: '[1,"b"]' }],
  'no body': [() => ({ ...post }), { body: '', type: undefined }],
  'a content type of null': [
    () => ({ ...post, ...typed(null), body: '{}' }),
    { body: '{}', type: 'application/json' },
  ],
  'a content type with blanks': [
    () => ({ ...post, ...typed(' text/plain '), body: 'a' }),
    { type: 'text/plain' },
  ],
  'a content type with a charset': [
    () => ({ ...post, ...typed('text/plain;charset=UTF-8'), body: 'é' }),
    { body: 'é', type: 'text/plain;charset=UTF-8' },
  ],
  'a form': [
    () => ({ ...post, ...typed(form), body: { a: '1 2', b: '*' } }),
    { body: 'a=1+2&b=*', type: `${form}; charset=utf-8` },
  ],
  'a form under a type in capitals': [
    () => ({ ...post, ...typed(form.toUpperCase(), 'CONTENT-TYPE'), body: { a: 1 } }),
    { body: 'a=1', type: `${form}; charset=utf-8` },
  ],
  'a form as text': [() => ({ ...post, ...typed(form), body: 'a=1&b=+' }), { body: 'a=1&b=+' }],
  URLSearchParams: [() => ({ ...post, body: new URLSearchParams({ a: '1 2' }) }), { body: 'a=1+2' }],
  'a header Authorization with a blank': [() => ({ url: read, ...typed(false, 'Authorization ') }), {}],
  'a header Authorization of null': [() => ({ url: read, ...typed(null, 'authorization') }), {}],
  'a header Host': [() => ({ url: read, ...typed('evil.example', 'HOST') }), {}],
  'headers that are no text': [
    () => ({
      url: read,
      headers: { 'X-A': null, 'X-B': undefined, 'X-C': 7, 'X-D': ['a', 'b'], 'X-E': false },
    }),
    {},
  ],
};

describe.each(helpers)('%s of n8n', (helper) => {
  test.each(Object.keys(requests))(
    'sends a request with %s as it was signed and as it was meant',
    async (name) => {
      const [options, sent] = requests[name]!;
      const given = options();
      const { arrival, count } = await arrivalOf(helper, given);
      // The emulator names the account of a request only when its signature is right.
      expect(arrival?.accountId).toBe(sampleAccount.accountId);
      expect(count).toBe(1);
      expect(arrival?.method).toBe(given.method ?? 'GET');
      if (sent.path !== undefined) expect(arrival?.path).toBe(sent.path);
      if (sent.body !== undefined) expect(arrival?.body).toBe(sent.body);
      if ('type' in sent) expect(arrival?.headers['content-type']).toBe(sent.type);
    },
  );

  test.each<[name: string, options: () => Options, message: RegExp]>([
    ['a Map', () => ({ ...post, body: new Map([['a', 1]]) }), /type Map and cannot be written as JSON/],
    ['a Set', () => ({ ...post, body: new Set([1]) }), /type Set/],
    [
      'a circle',
      () => {
        const body: Options = {};
        body.a = body;
        return { ...post, body };
      },
      /circular/,
    ],
    ['multipart', () => ({ ...post, ...typed('Multipart/Form-Data'), body: { a: 1 } }), /multipart/],
    [
      'a content type of Chinese',
      () => ({ ...post, ...typed('text/plain; name=张'), body: 'a' }),
      /not a media type/,
    ],
    ['a Map in the query', () => ({ url: read, qs: { a: new Map() } }), /"a" is of the type Map/],
    ['bytes in the query that are no UTF-8', () => ({ url: `${read}&a=%D6%D0` }), /no UTF-8/],
    ['a line feed inside the URL', () => ({ url: `${emulator.url}/a\nb${read}` }), /line break/],
    ['a backslash', () => ({ url: `${emulator.url}\\a${read}` }), /backslash/],
    [
      'a user name',
      () => ({ url: `${emulator.url.replace('//', '//ann:pw@')}${read}` }),
      /user name or password/,
    ],
    [
      'another port',
      () => ({ url: `http://127.0.0.1:9${read}` }),
      /does not sign requests to http:\/\/127\.0\.0\.1:9,/,
    ],
  ])('refuses a request with %s in words, and sends nothing', async (_name, options, message) => {
    const { arrival, problem } = await arrivalOf(helper, options());
    expect(problem).toMatch(message);
    expect(arrival).toBeUndefined();
  });
});

test("a legacy request in `uri` and one in `url` are the same, as are n8n's two names for a form", async () => {
  const body = { a: '1 2' };
  const ways: Options[] = [
    { method: 'POST', uri: `${emulator.url}${write}`, form: body },
    { method: 'POST', url: `${emulator.url}${write}`, form: body },
    { method: 'POST', uri: `${emulator.url}${write}`, ...typed(form), body },
    { method: 'POST', url: write, ...typed(form), body, useQuerystring: true },
  ];
  for (const options of ways) {
    const { arrival } = await arrivalOf('requestWithAuthentication', options);
    expect(arrival).toMatchObject({ accountId: sampleAccount.accountId, body: 'a=1+2' });
  }
});
