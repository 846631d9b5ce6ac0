import fc from 'fast-check';
import type { SignableOptions } from '../../credentials/request/signableOptions';
import {
  authenticate as sign,
  credentials,
  isSignedAsSent,
  now,
  queryOf,
} from '../support/credentials/signing';

const authenticate = async (options: SignableOptions | Awaited<ReturnType<typeof sign>>) =>
  await sign(options, { ...credentials, endpoint: 'http://127.0.0.1:4000' });

beforeEach(() => {
  jest.useFakeTimers({ now });
});

afterEach(() => jest.useRealTimers());

type Pair = [name: string, value: string];

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '+', '*', "!'()~", '张三', '%2B', '%', '&=#?/', '__proto__'),
);
const pairs = fc.array(fc.tuple(text, text), { maxLength: 6 });
const fields = fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 4 })), { maxKeys: 6 });
const place = fc.constantFrom<(query: string) => SignableOptions>(
  (query) => ({ url: `/${query}` }),
  (query) => ({ url: `https://iam.volcengineapi.com/a%20b${query}` }),
  (query) => ({ uri: `https://rtc.volcengineapi.com/${query}` }),
  (query) => ({ url: query, baseURL: 'http://127.0.0.1:4000/gateway/' }),
);
const body = fc.oneof(
  fc.record({ body: fc.oneof(fc.jsonValue({ maxDepth: 2 }), text), method: fc.constant('POST' as const) }),
  fc.record({ form: fields, method: fc.constant('POST' as const) }),
  fc.record({ method: fc.constantFrom('GET' as const, 'DELETE' as const) }),
);
const request = fc.record({ inUrl: pairs, qs: fields, place, body });

function optionsOf({ inUrl, qs, place, body }: typeof request extends fc.Arbitrary<infer T> ? T : never) {
  const query = new URLSearchParams(inUrl).toString();
  return { ...place(query === '' ? '' : `?${query}`), qs, ...body } as SignableOptions;
}

/** In an order of its own, with what UTF-8 cannot carry as it is sent. */
function sorted(query: Pair[]): string[] {
  return query.map((pair) => JSON.stringify(pair.map((part) => part.toWellFormed()))).sort();
}

test('the query that is sent has the parameters that were given, no more and no fewer', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (given) => {
      const inQs = Object.entries(given.qs).flatMap(([name, value]) =>
        [value].flat().map((one): Pair => [name, one]),
      );
      const signed = await authenticate(optionsOf(given));
      expect(sorted(queryOf(signed))).toEqual(sorted([...given.inUrl, ...inQs]));
    }),
    { numRuns: 300 },
  );
});

test('what is signed is what is sent', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (given) => {
      expect(isSignedAsSent(await authenticate(optionsOf(given)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('signing a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (given) => {
      const once = await authenticate(optionsOf(given));
      expect(await authenticate(once)).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

/** The bytes that a path stands for; a `%` that begins no escape stands for itself. */
function bytesOf(path: string): string {
  const parts = path.toWellFormed().split(/(%[0-9a-f]{2})/i);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  ).toString('hex');
}

/** Characters with a meaning of their own in a URL, and those that no URL may have. */
const isReserved = (character: string) => character < ' ' || '\\/?#'.includes(character);

/** Text and escapes of all kinds. */
const segment = fc
  .array(fc.oneof(text, fc.constantFrom('%', '%5', '%中', '%41', '%d6%D0', '%FF', '%2F', '%25')), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
  .filter((candidate) => candidate.trim() === candidate && ![...candidate].some(isReserved))
  // A URL parser takes these for dot segments.
  .filter((candidate) => !/^(?:\.|%2e){0,2}$/i.test(candidate));

test('the path that is sent stands for the bytes that were given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { maxLength: 4 }), async (segments) => {
      const path = `/${segments.join('/')}`;
      const signed = await authenticate({ url: `https://rtc.volcengineapi.com${path}` });
      const sent = signed.url.slice('https://rtc.volcengineapi.com'.length);
      expect(sent).toMatch(/^(?:[\w.~/-]|%[0-9A-F]{2})+$/);
      expect(bytesOf(sent)).toBe(bytesOf(path));
      expect(isSignedAsSent(signed)).toBe(true);
      expect((await authenticate(signed)).url).toBe(signed.url);
    }),
    { numRuns: 500 },
  );
});

/** Header names and values as careless callers write them. */
const headers = fc.dictionary(
  fc
    .tuple(
      fc.constantFrom('', ' ', '\t'),
      fc.constantFrom(
        'authorization',
        'Host',
        'X-DATE',
        'x-content-sha256',
        'X-Security-Token',
        'content-length',
        'Accept',
      ),
      fc.constantFrom('', ' ', '\r\n'),
    )
    .map((parts) => parts.join('')),
  fc.oneof(fc.string(), fc.constantFrom(null, undefined, false, true, 0, ['a'], [])),
);

test('no header of the caller takes the place of a signed one', async () => {
  const own = /^(?:authorization|host|x-date|x-content-sha256|x-security-token|content-length)$/;
  await fc.assert(
    fc.asyncProperty(headers, async (given) => {
      const signed = await authenticate({ url: '/', headers: given as never });
      const names = Object.keys(signed.headers).filter((name) => own.test(name.trim().toLowerCase()));
      expect(names.sort()).toEqual(['authorization', 'host', 'x-content-sha256', 'x-date']);
      expect(isSignedAsSent(signed)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
