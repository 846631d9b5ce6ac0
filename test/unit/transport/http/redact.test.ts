import { replyForPeople, textForPeople } from '../../../../nodes/VolcengineRtc/transport/http/redact';
import type { Reply, RowResult } from '../../../../nodes/VolcengineRtc/transport/send';

const echoed = 'AKLTMjI2ODVlYzI3ZGY1NGU4ZjhjYWRj';
const shown = (text: string, ...secrets: string[]) => textForPeople(text, 500, secrets);

describe('a text for people', () => {
  test('hides every occurrence of every secret', () => {
    expect(shown('key s3cret-s3cret, t0ken-t0ken, xs3cret-s3cretx', 's3cret-s3cret', 't0ken-t0ken')).toBe(
      'key ***, ***, x***x',
    );
  });

  test.each([
    ['1', 'user 10001: key 1 is no key, (1)', 'user 10001: key *** is no key, (***)'],
    ['secret7', 'secret7 secret77 xsecret7', '*** secret77 xsecret7'],
    ['secret78', 'secret78 secret788 xsecret78', '*** ***8 x***'],
    ['a+b', 'a+b, aab, a+bc', '***, aab, a+bc'],
    ['\\^$.*+?', 'is \\^$.*+? or not', 'is *** or not'],
    ['()[]{}|', 'is ()[]{}| or not', 'is *** or not'],
  ])('hides the secret %j where it stands alone, a long one anywhere', (secret, text, expected) => {
    expect(shown(text, secret)).toBe(expected);
  });

  test('hides secrets with characters of regular expressions', () => {
    expect(shown('a TnpC+Q==TnpC b', 'TnpC+Q==TnpC')).toBe('a *** b');
  });

  test('leaves the patterns of a replacement as they are', () => {
    expect(shown("$& s3cret-s3cret $'", 's3cret-s3cret')).toBe("$& *** $'");
  });

  test('hides nothing for an empty secret', () => {
    expect(shown('a b', '', '')).toBe('a b');
  });

  test('hides a secret that holds another as a whole, in either order', () => {
    expect(shown('token AKabcdefgh.rest', 'AKabcdefgh', 'AKabcdefgh.rest')).toBe('token ***');
    expect(shown('token AKabcdefgh.rest', 'AKabcdefgh.rest', 'AKabcdefgh')).toBe('token ***');
  });

  test.each([
    ['an access key id that nobody gave', `The token[${echoed}] is invalid.`, 'The token[***] is invalid.'],
    ['a signature', `Signature=${'0af1'.repeat(16)}, end`, 'Signature=***, end'],
    ['a signature in capitals', 'A'.repeat(64), '***'],
    ['an id with its shortest rest', 'key AKLT12345678', 'key ***'],
  ])('hides %s', (_kind, text, hidden) => {
    expect(shown(text)).toBe(hidden);
  });

  test.each([
    'RequestId 20250329180937010011234567890ABC',
    `a hash of another length: ${'a'.repeat(65)}`,
    'the tag AKLT1234567',
    'the word XAKLT12345678',
  ])('does not take "%s" for a secret', (text) => {
    expect(shown(text)).toBe(text);
  });

  test('has no control and no invisible characters', () => {
    expect(shown('a\u0000b\r\nc\td\u007fe\u0085f\u2028g\u2029h')).toBe('a b  c d e f g h');
    expect(shown('a\u200bb\u202ec\ufeffd\u2066e')).toBe('abcde');
  });

  test('hides a secret that invisible characters have torn apart', () => {
    expect(shown('s3cret-\u200bs3cret', 's3cret-s3cret')).toBe('***');
  });

  test('is cut after its secrets are hidden, and never through half a character', () => {
    const secret = 's3cret-s3cret';
    expect(textForPeople(`${`${secret} `.repeat(100)}tail`, 500, [secret])).toBe(`${'*** '.repeat(100)}tail`);
    expect(textForPeople('x'.repeat(500), 500, [])).toBe('x'.repeat(500));
    expect(textForPeople('x'.repeat(501), 500, [])).toBe(`${'x'.repeat(500)}…`);
    expect(textForPeople(`${'x'.repeat(498)}${secret}`, 500, [secret])).toBe(`${'x'.repeat(498)}**…`);
    expect(textForPeople('xxx😀x', 4, [])).toBe('xxx\ufffd…');
    expect(textForPeople('a\ud83d', 4, [])).toBe('a\ufffd');
  });
});

describe('a reply for people', () => {
  const secrets = { accessKeyId: '1', secretAccessKey: 's3cret-s3cret', sessionToken: 't0ken-t0ken' };
  const long = (length: number) => 'x'.repeat(length + 1);
  const cut = (length: number) => `${'x'.repeat(length)}…`;

  test('keeps what its errors mean, and which users they are about', () => {
    const message = 'user 1 of s3cret-s3cret\r\n';
    const rows = new Map<string, RowResult>([
      ['1', { error: { meaning: 'existingUser', code: 'UserHasRegistered', message } }],
      ['10001', { error: { meaning: 'rejectedUser', message: 'no' } }],
      ['10002', {}],
    ]);
    const reply: Reply = {
      kind: 'result',
      httpStatus: 200,
      requestId: 'r 1',
      retryAfterMs: 3,
      clockAheadMs: 4,
      rows,
    };
    expect(replyForPeople(reply, secrets)).toStrictEqual({
      kind: 'result',
      httpStatus: 200,
      requestId: 'r ***',
      retryAfterMs: 3,
      clockAheadMs: 4,
      rows: new Map([
        [
          '1',
          { error: { meaning: 'existingUser', code: 'UserHasRegistered', message: 'user *** of ***  ' } },
        ],
        ['10001', { error: { meaning: 'rejectedUser', message: 'no' } }],
        ['10002', {}],
      ]),
    });
  });

  test('keeps data as it is, but for a whole value that is the secret key or the token', () => {
    const rowsOf = (...tags: string[]): Reply => ({
      kind: 'result',
      rows: new Map([
        [
          '1',
          { data: { user: { userId: '1', tags, ext: { key: tags[0]! }, isRobot: true, portrait: null } } },
        ],
      ]),
    });
    const telling = ['AKLT12345678', 'a s3cret-s3cret', '1', 'x'.repeat(600), 'f'.repeat(64)];
    expect(replyForPeople(rowsOf(...telling), secrets)).toStrictEqual(rowsOf(...telling));
    expect(replyForPeople(rowsOf('s3cret-s3cret', 't0ken-t0ken'), secrets)).toStrictEqual(
      rowsOf('***', '***'),
    );
    const short = { ...secrets, secretAccessKey: 's3cret7', sessionToken: 't0ken678' };
    expect(replyForPeople(rowsOf('s3cret7', 't0ken678'), short)).toStrictEqual(rowsOf('s3cret7', '***'));
  });

  test('adds no data to a row that has none', () => {
    const reply: Reply = { kind: 'result', rows: new Map([['1', {}]]) };
    const shown = replyForPeople(reply, secrets);
    expect('rows' in shown && shown.rows.get('1')).toStrictEqual({});
  });

  test('bounds and hides each of its texts', () => {
    const reply: Reply = {
      kind: 'failure',
      requestId: long(200),
      redirectHost: long(255),
      proxyHost: long(255),
      error: { meaning: 'transient', code: long(100), message: long(500), description: long(500) },
    };
    expect(replyForPeople(reply, secrets)).toStrictEqual({
      kind: 'failure',
      requestId: cut(200),
      redirectHost: cut(255),
      proxyHost: cut(255),
      error: { meaning: 'transient', code: cut(100), message: cut(500), description: cut(500) },
    });
    const telling: Reply = {
      kind: 'failure',
      requestId: 's3cret-s3cret',
      redirectHost: 's3cret-s3cret',
      proxyHost: 's3cret-s3cret',
      error: {
        meaning: 'transient',
        code: 's3cret-s3cret',
        message: 's3cret-s3cret',
        description: 's3cret-s3cret',
      },
    };
    expect(replyForPeople(telling, secrets)).toStrictEqual({
      kind: 'failure',
      requestId: '***',
      redirectHost: '***',
      proxyHost: '***',
      error: { meaning: 'transient', code: '***', message: '***', description: '***' },
    });
  });

  test('has no members that were not there', () => {
    const reply: Reply = { kind: 'failure', error: { meaning: 'noAnswer', message: 'broken' } };
    expect(replyForPeople(reply, secrets)).toStrictEqual(reply);
  });

  test('that says that nothing was sent stays as it is', () => {
    const reply: Reply = { kind: 'stopped' };
    expect(replyForPeople(reply, secrets)).toBe(reply);
  });
});
