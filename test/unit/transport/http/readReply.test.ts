import { failedInfosReader } from '../../../../nodes/VolcengineRtc/operations/results/failedInfos';
import { readCode, readReply } from '../../../../nodes/VolcengineRtc/transport/http/readReply';
import type { ReplyHeaders } from '../../../../nodes/VolcengineRtc/transport/http/replyHeaders';

const RequestId = '20250329180937';
const now = Date.parse('2025-03-29T18:09:37Z');

const notDocumented = 'its result is odd';
const readResult = (result: unknown) => failedInfosReader()(result) ?? { problem: notDocumented };

function read(status: number, body: string, headers: ReplyHeaders = {}) {
  return readReply({ status, headers, body }, { readResult, now });
}

function envelope(members: object, metadata: object = {}): string {
  return JSON.stringify({
    ResponseMetadata: { RequestId, Action: 'RegisterUsers', ...metadata },
    ...members,
  });
}

const withError = (error: unknown) => envelope({ Result: {} }, { Error: error });
const mismatch = { CodeN: 100010, Code: 'SignatureDoesNotMatch', Message: 'no match' };

describe('an error code that an action gives a meaning of its own', () => {
  const meanings = { RateLimitExceeded: 'quotaUsedUp' } as const;
  const meaningOf = (Code: string, own?: typeof meanings) =>
    readReply(
      { status: 400, headers: {}, body: withError({ Code, Message: 'said' }) },
      { readResult, now, meanings: own },
    );

  test('means that, and nothing else changes', () => {
    expect(meaningOf('RateLimitExceeded', meanings)).toMatchObject({ error: { meaning: 'quotaUsedUp' } });
    expect(meaningOf('RateLimitExceeded')).toMatchObject({ error: { meaning: 'throttled' } });
    expect(meaningOf('InternalError', meanings)).toMatchObject({ error: { meaning: 'transient' } });
    expect(meaningOf('constructor', meanings)).toMatchObject({ error: { meaning: 'rejectedRequest' } });
  });
});

describe('a result', () => {
  test('carries its failed users and the request id', () => {
    const infos = [{ UserId: '7', Code: 'UserNotFound', Message: 'said' }];
    expect(read(200, envelope({ Result: { FailedInfos: infos } }))).toStrictEqual({
      kind: 'result',
      httpStatus: 200,
      requestId: RequestId,
      rows: new Map([['7', { error: { meaning: 'missingUser', code: 'UserNotFound', message: 'said' } }]]),
    });
  });

  test('may be missing', () => {
    expect(read(200, envelope({}))).toMatchObject({ kind: 'result', rows: new Map() });
  });

  test('keeps the digits of its ids', () => {
    const infos = '[{"UserId":9007199254740993,"Code":"A"}]';
    const reply = read(200, `{"ResponseMetadata":{},"Result":{"FailedInfos":${infos}}}`);
    expect(reply).toMatchObject({ rows: new Map([['9007199254740993', { error: { code: 'A' } }]]) });
  });

  test('of another shape than documented leaves the fate open', () => {
    expect(read(200, envelope({ Result: 'done' }), { 'retry-after': '3' })).toStrictEqual({
      kind: 'failure',
      httpStatus: 200,
      requestId: RequestId,
      retryAfterMs: 3000,
      error: { meaning: 'invalidResult', code: 'InvalidReply', message: notDocumented },
    });
  });

  test('may come after a byte order mark', () => {
    expect(read(200, `\ufeff${envelope({ Result: {} })}`)).toMatchObject({
      kind: 'result',
      requestId: RequestId,
    });
  });

  test.each([
    ['null', null],
    ['empty text', ''],
    ['an empty object', {}],
    ['nothing but empty members', { Code: '', CodeN: 0, Message: '' }],
    ['members of another kind alone', { Data: {} }],
  ])('comes with an error of %s, which is none', (_kind, error) => {
    expect(read(200, withError(error))).toMatchObject({ kind: 'result', rows: new Map() });
  });
});

describe('an error of the service', () => {
  test('fails the request also inside a status of 200', () => {
    expect(read(200, withError(mismatch), { date: 'Sat, 29 Mar 2025 18:09:27 GMT' })).toStrictEqual({
      kind: 'failure',
      httpStatus: 200,
      requestId: RequestId,
      clockAheadMs: 10_000,
      error: { meaning: 'wrongSecret', code: 'SignatureDoesNotMatch', message: 'no match' },
    });
  });

  test('says more than the status', () => {
    expect(read(403, withError(mismatch))).toMatchObject({
      httpStatus: 403,
      error: { meaning: 'wrongSecret' },
    });
  });

  test.each([
    [500, 'transient'],
    [408, 'transient'],
    [429, 'throttled'],
    [421, 'unprocessed'],
    [425, 'unprocessed'],
    [404, 'rejectedRequest'],
    [301, 'rejectedRequest'],
    [300, 'rejectedRequest'],
    [199, 'rejectedRequest'],
  ])('is told by the status %i where the envelope names none', (status, meaning) => {
    const message = '';
    expect(read(status, envelope({ Result: { FailedInfos: [] } }))).toStrictEqual({
      kind: 'failure',
      httpStatus: status,
      requestId: RequestId,
      error: { meaning, message },
    });
    expect(read(status, withError({ Code: '', Message: '' }))).toMatchObject({ error: { meaning, message } });
  });

  test.each<[kind: string, members: unknown, code: string | undefined]>([
    ['a name', { Code: 'InvalidParam' }, 'InvalidParam'],
    ['a name and a number', { Code: 'InvalidParam', CodeN: 100018 }, 'InvalidParam'],
    ['a known number', { CodeN: 100018 }, 'FlowLimitExceeded'],
    ['a known number as text', { CodeN: '100018' }, 'FlowLimitExceeded'],
    ['a known number in place of the name', { Code: '100018' }, 'FlowLimitExceeded'],
    ['an empty name and a known number', { Code: ' ', CodeN: 100009 }, 'InvalidAccessKey'],
    ['an unknown number', { CodeN: 7 }, 'Code7'],
  ])('with %s has a code', (_kind, members, code) => {
    expect(read(200, withError(members))).toMatchObject({ kind: 'failure', error: { code } });
  });

  test.each<[status: number, error: unknown, said: string]>([
    [200, 'boom', ': boom'],
    [200, ['boom'], ''],
    [200, [], ''],
    [200, 7, ''],
    [200, { Message: ' boom ' }, ': boom'],
    [299, { Code: ' ', Message: 'boom' }, ': boom'],
    [200, { Code: ' ' }, ''],
  ])('without a code leaves the fate open under %i: %j', (status, error, said) => {
    expect(read(status, withError(error))).toStrictEqual({
      kind: 'failure',
      httpStatus: status,
      requestId: RequestId,
      error: {
        meaning: 'invalidResult',
        code: 'InvalidReply',
        message: `it names an error without a code${said}`,
      },
    });
  });

  test.each([201, 202, 204, 299])(
    'the status %i is not that of a success, and leaves the fate open',
    (status) => {
      const message = `its HTTP status is ${status}, not 200`;
      const error = { meaning: 'invalidResult', code: 'InvalidReply', message };
      for (const body of [envelope({ Result: {} }), withError({}), withError(null)]) {
        expect(read(status, body)).toMatchObject({ kind: 'failure', httpStatus: status, error });
      }
    },
  );

  test('under such a status an error with a code is what it is', () => {
    expect(read(202, withError(mismatch))).toMatchObject({ error: { code: 'SignatureDoesNotMatch' } });
  });

  test.each(['', ' ', undefined, null, 7])('whose message is %j has no words', (Message) => {
    expect(read(400, withError({ Code: 'Odd', Message }))).toMatchObject({
      error: { code: 'Odd', message: '' },
    });
  });

  test('keeps its words without the blanks around them', () => {
    expect(read(400, withError({ Code: 'Odd', Message: ' no luck\n' }))).toMatchObject({
      error: { message: 'no luck' },
    });
  });
});

test('a request id that is no text is left out', () => {
  expect(read(200, envelope({}, { RequestId: 7 }))).not.toHaveProperty('requestId');
});

const strangers: Array<[kind: string, body: string]> = [
  ['HTML', '<html><body>Sign in to the network</body></html>'],
  ['nothing', ''],
  ['JSON that is cut off', envelope({ Result: { FailedInfos: [] } }).slice(0, -3)],
  ['JSON without the envelope', '{"Result":{}}'],
  ['JSON with an envelope of text', '{"ResponseMetadata":"ok"}'],
  ['JSON with an envelope of null', '{"ResponseMetadata":null,"Result":{}}'],
  ['JSON with an envelope that is a list', '{"ResponseMetadata":[],"Result":{}}'],
  ['a JSON list', '[]'],
  ['JSON null', 'null'],
];

test.each(strangers)('%s is not an answer of the service, whatever its status', (_kind, body) => {
  const failure = (status: number, error: object) => ({ kind: 'failure', httpStatus: status, error });
  for (const status of [200, 204, 299]) {
    const message = 'it is not the JSON that the Volcengine OpenAPI answers with';
    expect(read(status, body)).toStrictEqual(
      failure(status, { meaning: 'foreignPage', code: 'InvalidReply', message }),
    );
  }
  for (const status of [199, 300, 302, 400, 401, 403, 404, 405, 407, 421, 425]) {
    expect(read(status, body)).toStrictEqual(
      failure(status, { meaning: 'notVolcengine', code: 'NotVolcengine', message: '' }),
    );
  }
  for (const [status, meaning] of [
    [408, 'foreignPage'],
    [502, 'foreignPage'],
    [413, 'rejectedRequest'],
    [429, 'throttled'],
  ] as const) {
    expect(read(status, body)).toStrictEqual(failure(status, { meaning, message: '' }));
  }
});

test('what answered in place of the service is known as far as its headers say', () => {
  const headers = {
    location: 'https://login.example.com/',
    via: '1.1 squid.example.com',
    'retry-after': '3',
  };
  expect(read(302, '', headers)).toMatchObject({
    redirectHost: 'login.example.com',
    proxyHost: 'squid.example.com',
    retryAfterMs: 3000,
  });
});

test.each([
  ['Odd100018', 'Odd100018'],
  ['100018th', '100018th'],
  ['100018', 'FlowLimitExceeded'],
  [100018, 'FlowLimitExceeded'],
  [0, 'Code0'],
  [true, undefined],
  [{}, undefined],
  [' ', undefined],
  ['', undefined],
  [undefined, undefined],
])('the code %j is read as %j', (given, code) => {
  expect(readCode(given)).toBe(code);
});
