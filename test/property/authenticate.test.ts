import fc from 'fast-check';
import type { SignableOptions } from '../../credentials/request/signableOptions';
import { authenticate, isSignedAsSent, now, queryOf } from '../unit/credentials/signing';

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
