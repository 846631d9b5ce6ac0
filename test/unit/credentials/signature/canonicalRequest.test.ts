import {
  canonicalHeaders,
  canonicalQuery,
  canonicalRequest,
  type QueryParameter,
  sha256Hex,
  signedHeaderNames,
} from '../../../../credentials/signature/canonicalRequest';

describe('the canonical query', () => {
  test.each<[rule: string, query: QueryParameter[], canonical: string]>([
    ['is empty where there are no parameters', [], ''],
    [
      'is sorted by name, capitals first',
      [
        ['b', '1'],
        ['a', '2'],
        ['B', '3'],
      ],
      'B=3&a=2&b=1',
    ],
    [
      'sorts repeated names by encoded value',
      [
        ['a', 'é'],
        ['a', 'z'],
        ['a', ''],
      ],
      'a=&a=%C3%A9&a=z',
    ],
    [
      'compares names before it encodes them',
      [
        ['a[0]', '1'],
        ['a', '2'],
        ['aZ', '3'],
      ],
      'a=2&aZ=3&a%5B0%5D=1',
    ],
    ['writes a space as %20 and a plus as %2B', [['a b', 'c + d']], 'a%20b=c%20%2B%20d'],
    ["encodes !'()* as RFC 3986 asks", [['a', "!'()*"]], 'a=%21%27%28%29%2A'],
    ['leaves unreserved characters alone', [['a', 'AZaz09-_.~']], 'a=AZaz09-_.~'],
    ['encodes text as UTF-8', [['名', '张三😀']], '%E5%90%8D=%E5%BC%A0%E4%B8%89%F0%9F%98%80'],
    ['encodes half a character as U+FFFD', [['a', '\ud800']], 'a=%EF%BF%BD'],
  ])('%s', (_rule, query, canonical) => {
    expect(canonicalQuery(query)).toBe(canonical);
  });
});

test('canonical headers are sorted lines with trimmed values', () => {
  expect(canonicalHeaders({ 'x-date': ' D ', host: 'h:8080' })).toBe('host:h:8080\nx-date:D\n');
});

test('signed header names are sorted and joined by semicolons', () => {
  expect(signedHeaderNames({ 'x-date': '', host: '', 'content-type': '' })).toBe('content-type;host;x-date');
});

test('a canonical request has its method in capitals and one blank line after the headers', () => {
  const request = { method: 'post', path: '/a', query: '', headers: { host: 'h' }, payloadHash: 'hash' };
  expect(canonicalRequest(request)).toBe('POST\n/a\n\nhost:h\n\nhost\nhash');
});

test('text is hashed as UTF-8', () => {
  expect(sha256Hex('张三')).toBe(sha256Hex(Buffer.from('e5bca0e4b889', 'hex')));
});
