import Signer from '@volcengine/openapi/lib/base/sign';
import fc from 'fast-check';
import type { QueryParameter } from '../../credentials/signature/canonicalRequest';
import { canonicalQuery, sha256Hex } from '../../credentials/signature/canonicalRequest';
import { type AccessKey, signRequest } from '../../credentials/signature/signRequest';

/** Text that is well-formed: Volcengine's signer turns half a character into nothing at all. */
const text = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' ', '+', '*', "!'()~", 'a b+c', '张三', '%2B', '&=#?/'),
  )
  .filter((candidate) => candidate.isWellFormed());

/**
 * Names that Volcengine's signer can keep and sort: it holds them as keys of an object, where numbers come first
 * whatever the order and `__proto__` is none; it leaves out an empty one; and it sorts by UTF-16 units, which is the
 * order of the bytes up to U+FFFF.
 */
const name = text.filter(
  (candidate) => !/^(?:\d+|__proto__|)$/.test(candidate) && !/[\u{10000}-\u{10FFFF}]/u.test(candidate),
);

/** Lists are not empty, as its signer writes an empty one as an empty value. */
const query = fc.dictionary(name, fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 })), {
  maxKeys: 8,
});

const word = fc.stringMatching(/^[a-z0-9-]{1,20}$/);

/** What may be in a header; its signer folds white space inside, which no key has. */
const token = fc.stringMatching(/^[!-~]{1,60}$/);

const key = fc.record(
  {
    accessKeyId: token,
    secretAccessKey: fc.string({ minLength: 1 }).filter((s) => s.isWellFormed()),
    sessionToken: token,
  },
  { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
);

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'post'),
  host: fc.constantFrom('rtc.volcengineapi.com', '127.0.0.1:4000', 'open-ap-singapore-1.volcengineapi.com'),
  query,
  body: text,
});

const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

/** The Authorization header of Volcengine's own SDK, over the headers that we sign where there is no content type. */
function authorizationOfSdk(
  {
    method,
    host,
    query,
    body,
  }: { method: string; host: string; query: Record<string, string | string[]>; body: string },
  { accessKeyId, secretAccessKey, sessionToken }: AccessKey,
  { region, service }: { region: string; service: string },
  signedAt: Date,
): unknown {
  // It adds the hash of a body by itself, and none where there is no body.
  const headers: Record<string, string> = {
    Host: host,
    ...(body === '' && { 'X-Content-Sha256': sha256Hex('') }),
  };
  const options = { region, method, params: query, headers, body, pathname: '/' };
  const signer = new Signer(options, service);
  signer.addAuthorization(
    { accessKeyId, secretKey: secretAccessKey, sessionToken: sessionToken ?? '' },
    signedAt,
  );
  return headers.Authorization;
}

function pairsOf(parameters: Record<string, string | string[]>): QueryParameter[] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    [value].flat().map((one): QueryParameter => [name, one]),
  );
}

test("a request is signed as Volcengine's own SDK signs it", () => {
  fc.assert(
    fc.property(
      request,
      key,
      fc.record({ region: word, service: word }),
      date,
      (given, accessKey, scope, at) => {
        const { method, host, body } = given;
        const unsigned = {
          method,
          host,
          path: '/',
          query: canonicalQuery(pairsOf(given.query)),
          body: Buffer.from(body),
        };
        const { authorization } = signRequest(unsigned, accessKey, scope, at);
        expect(authorization).toBe(authorizationOfSdk(given, accessKey, scope, at));
      },
    ),
    { numRuns: 500 },
  );
});

test('a query is sorted by the bytes of its names, as a server in any language sorts it', () => {
  const character = fc.constantFrom(
    'a',
    'é',
    '中',
    '\uD7FF',
    '\uE000',
    'ｆ',
    '\uFFFD',
    '\u{10000}',
    '\u{1F600}',
    '\uD800',
  );
  const names = fc.array(fc.oneof(text, fc.string({ unit: character, maxLength: 4 })), { maxLength: 8 });
  fc.assert(
    fc.property(names, (given) => {
      const sent = canonicalQuery(given.map((one): QueryParameter => [one, '']));
      const inBytes = given.map((one) => Buffer.from(one)).sort(Buffer.compare);
      expect([...new URLSearchParams(sent).keys()]).toEqual(inBytes.map((bytes) => bytes.toString()));
    }),
    { numRuns: 500 },
  );
});
