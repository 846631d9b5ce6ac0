import { parseAuthorization, type Authorization } from './parsing/authorization';
import { gatewayRefusal } from './rendering/gatewayErrors';
import { canonicalQuery, canonicalRequest, sha256Hex, type SignedParts } from './verifying/canonicalRequest';
import { signatureOf, signingKey, stringToSign } from './verifying/signature';
import { publishedVectors, registerUsersVectors, type Vector } from './vectors';

function partsOf(vector: Vector): SignedParts {
  return {
    method: vector.method,
    path: '/',
    rawQuery: vector.query,
    headers: new Map(Object.entries(vector.headers)),
    signedHeaders: Object.keys(vector.headers),
    body: Buffer.from(vector.body ?? ''),
  };
}

describe.each([...publishedVectors, ...registerUsersVectors])('vector $name', (vector) => {
  const text = canonicalRequest(partsOf(vector));
  const [day, region, service] = vector.scope.split('/');
  const scope = { day: day!, region: region!, service: service! };

  it('has the given hash of the canonical request', () => {
    expect(sha256Hex(text)).toBe(vector.canonicalHash);
  });

  it('has the given signature', () => {
    const key = signingKey(vector.secret, scope);
    if (vector.key) expect(key.toString('hex')).toBe(vector.key);
    const toSign = stringToSign(vector.headers['x-date']!, scope, text);
    expect(toSign.split('\n')).toEqual([
      'HMAC-SHA256',
      vector.headers['x-date'],
      vector.scope,
      vector.canonicalHash,
    ]);
    expect(signatureOf(key, toSign)).toBe(vector.signature);
  });
});

describe('the canonical query', () => {
  it.each([
    ['sorts by name', 'b=2&a=1', 'a=1&b=2'],
    ['keeps repeated names and sorts their values', 'a=2&a=1&a=1', 'a=1&a=1&a=2'],
    ['gives a bare name an empty value', 'a&b=', 'a=&b='],
    ['reads a raw plus as a space', 'a=1+2', 'a=1%202'],
    ['keeps an encoded plus a plus', 'a=1%2B2', 'a=1%2B2'],
    ['encodes what was sent raw', "a=!'()*/:", 'a=%21%27%28%29%2A%2F%3A'],
    ['decodes what needed no encoding', 'a=%41%7e%2D', 'a=A~-'],
    ['writes escapes in capitals', 'a=%e5%bc%a0', 'a=%E5%BC%A0'],
    ['keeps a second equals sign in the value', 'a=b=c', 'a=b%3Dc'],
    ['skips empty parts', '&a=1&&b=2&', 'a=1&b=2'],
    ['is empty for an empty query', '', ''],
  ])('%s', (_what, raw, canonical) => {
    expect(canonicalQuery(raw)).toBe(canonical);
  });
});

describe('the Authorization header', () => {
  const good =
    'HMAC-SHA256 Credential=AK/20250329/cn-north-1/rtc/request, SignedHeaders=host;x-date, Signature=ab';

  it('is taken apart', () => {
    expect(parseAuthorization(good)).toEqual<Authorization>({
      accessKeyId: 'AK',
      scope: { day: '20250329', region: 'cn-north-1', service: 'rtc' },
      signedHeaders: ['host', 'x-date'],
      signature: 'ab',
    });
  });

  it('is accepted without spaces after the commas', () => {
    expect(parseAuthorization(good.replaceAll(', ', ','))).toEqual(parseAuthorization(good));
  });

  it.each([
    ['absent', undefined, 'MissingAuthenticationToken'],
    ['empty', '', 'MissingAuthenticationToken'],
    ['of another algorithm', good.replace('HMAC-SHA256', 'AWS4-HMAC-SHA256'), 'InvalidAuthorization'],
    ['without a credential', good.replace('Credential=', 'Cred='), 'InvalidAuthorization'],
    ['without signed headers', good.replace('SignedHeaders=', 'Signed='), 'InvalidAuthorization'],
    ['without a signature', good.replace(/, Signature.*/, ''), 'MissingSignature'],
    ['with too short a credential', good.replace('/rtc/request', '/rtc'), 'InvalidCredential'],
    ['with another terminator', good.replace('/request', '/volc_request'), 'InvalidCredential'],
    ['with too long a credential', good.replace('/request', '/request/x'), 'InvalidCredential'],
  ] as const)('is refused when %s', (_what, header, code) => {
    expect(parseAuthorization(header)).toMatchObject({ code, codeN: gatewayRefusal(code).codeN });
  });
});
