import { redact, redactAll } from '../../../nodes/VolcengineRtc/transport/redact';

const echoed = 'AKLTMjI2ODVlYzI3ZGY1NGU4ZjhjYWRj';

test('every occurrence of every secret is hidden', () => {
  expect(redact('key s3cret, token t0ken, s3cret', ['s3cret', 't0ken'])).toBe('key ***, token ***, ***');
});

test('a secret with characters of regular expressions is hidden', () => {
  expect(redact('a TnpC+Q== b', ['TnpC+Q=='])).toBe('a *** b');
});

test('a replacement pattern in the text stays text', () => {
  expect(redact("$& s3cret $'", ['s3cret'])).toBe("$& *** $'");
});

test('an empty secret hides nothing', () => {
  expect(redact('a b', ['', ''])).toBe('a b');
});

test.each([
  [
    'an access key id that nobody gave',
    `The security token[${echoed}] is invalid.`,
    'The security token[***] is invalid.',
  ],
  ['a signature', `Signature=${'0af1'.repeat(16)}, end`, 'Signature=***, end'],
  ['a signature in capitals', 'A'.repeat(64), '***'],
])('%s is hidden', (_kind, text, hidden) => {
  expect(redact(text, [])).toBe(hidden);
});

test('a request id is not taken for a signature', () => {
  const requestId = '20250329180937010011234567890ABC';
  expect(redact(`RequestId ${requestId}`, [])).toBe(`RequestId ${requestId}`);
});

test('a long text is cut after its secrets are hidden', () => {
  expect(redact(`${'s3cret '.repeat(100)}tail`, ['s3cret'])).toBe(`${'*** '.repeat(100)}tail`);
  expect(redact('x'.repeat(500), [])).toBe('x'.repeat(500));
  expect(redact('x'.repeat(501), [])).toBe(`${'x'.repeat(500)}…`);
  expect(redact(`${'x'.repeat(498)}s3cret`, ['s3cret'])).toBe(`${'x'.repeat(498)}**…`);
});

test('a secret that holds another is hidden as a whole', () => {
  expect(redact('token AKabc.rest', ['AKabc', 'AKabc.rest'])).toBe('token ***');
});

test('secrets are hidden anywhere in an answer, and what lies too deep to be read is dropped', () => {
  const answer = { a: ['s3cret', { b: 's3cret' }], n: 1, z: null };
  expect(redactAll(answer, ['s3cret'])).toEqual({ a: ['***', { b: '***' }], n: 1, z: null });
  const deep: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
  expect(redactAll(deep, [])).toEqual([[[[[[undefined]]]]]]);
  const nested: unknown = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(redactAll(nested, [])).toEqual({ a: { a: { a: { a: { a: { a: undefined } } } } } });
});
