import { isObject, readReply } from '../../../nodes/VolcengineRtc/transport/readReply';

const RequestId = '20250329180937';

function envelope(members: object, metadata: object = {}): string {
  return JSON.stringify({
    ResponseMetadata: { RequestId, Action: 'RegisterUsers', ...metadata },
    ...members,
  });
}

const error = { CodeN: 100010, Code: 'SignatureDoesNotMatch', Message: 'no match' };

test('a success carries its result and request id', () => {
  const reply = readReply(200, envelope({ Result: { FailedInfos: [] } }));
  expect(reply).toEqual({
    kind: 'answered',
    httpStatus: 200,
    requestId: RequestId,
    error: undefined,
    result: { FailedInfos: [] },
  });
});

test('a result may be missing', () => {
  expect(readReply(200, envelope({}))).toMatchObject({
    kind: 'answered',
    error: undefined,
    result: undefined,
  });
});

test('ids in a result keep their digits', () => {
  const body = `{"ResponseMetadata":{},"Result":{"FailedInfos":[{"UserId":9007199254740993}]}}`;
  expect(readReply(200, body)).toMatchObject({ result: { FailedInfos: [{ UserId: '9007199254740993' }] } });
});

test('an error inside a status of 200 is a refusal', () => {
  const reply = readReply(200, envelope({ Result: {} }, { Error: error }));
  expect(reply).toMatchObject({
    error: { code: 'SignatureDoesNotMatch', message: 'no match' },
    requestId: RequestId,
  });
});

test('a status other than 200 is a refusal even where the envelope tells of success', () => {
  expect(readReply(500, envelope({ Result: { FailedInfos: [] } }))).toMatchObject({
    kind: 'answered',
    httpStatus: 500,
    error: { code: undefined, message: 'the answer had the HTTP status 500' },
    requestId: RequestId,
  });
});

test('the error that an envelope names tells more than its status', () => {
  const reply = readReply(401, envelope({}, { Error: error }));
  expect(reply).toMatchObject({ httpStatus: 401, error: { code: 'SignatureDoesNotMatch' } });
});

test.each<[kind: string, members: unknown, code: string | undefined]>([
  ['a name', { Code: 'InvalidParam' }, 'InvalidParam'],
  ['a name and a number', { Code: 'InvalidParam', CodeN: 100018 }, 'InvalidParam'],
  ['a known number', { CodeN: 100018 }, 'FlowLimitExceeded'],
  ['a known number as text', { CodeN: '100018' }, 'FlowLimitExceeded'],
  ['a known number in place of the name', { Code: '100018' }, 'FlowLimitExceeded'],
  ['an empty name and a known number', { Code: '', CodeN: 100009 }, 'InvalidAccessKey'],
  ['an unknown number', { CodeN: 7 }, 'Code7'],
])('an error with %s is a refusal with a code', (_kind, members, code) => {
  expect(readReply(200, envelope({ Result: {} }, { Error: members }))).toMatchObject({ error: { code } });
});

test.each<[kind: string, httpStatus: number, metadata: object]>([
  ['an error that names no code', 200, { Error: {} }],
  ['an error of text', 200, { Error: 'boom' }],
  ['a status that is no failure and no plain success', 202, {}],
])('%s leaves the fate open', (_kind, httpStatus, metadata) => {
  expect(readReply(httpStatus, envelope({ Result: {} }, metadata))).toEqual({
    kind: 'unreadable',
    httpStatus,
    reason: 'it tells neither of a success nor of an error',
  });
});

test('an error of null is none', () => {
  expect(readReply(200, envelope({}, { Error: null }))).toMatchObject({ error: undefined });
});

test.each<[kind: string, body: string]>([
  ['HTML', '<html><body>Sign in to the network</body></html>'],
  ['nothing', ''],
  ['JSON that is cut off', envelope({ Result: { FailedInfos: [] } }).slice(0, -3)],
  ['JSON without the envelope', '{"Result":{}}'],
  ['JSON with an envelope of text', '{"ResponseMetadata":"ok"}'],
  ['JSON with an envelope of null', '{"ResponseMetadata":null,"Result":{}}'],
  ['a JSON list', '[]'],
  ['JSON null', 'null'],
])('%s is never a success, whatever its status', (_kind, body) => {
  const reason = 'it is not the JSON that the Volcengine OpenAPI answers with';
  expect(readReply(200, body)).toEqual({ kind: 'unreadable', httpStatus: 200, reason });
  const statuses = [199, 300, 302, 404, 502];
  expect(statuses.map((httpStatus) => readReply(httpStatus, body))).toEqual(
    statuses.map((httpStatus) => ({
      kind: 'answered',
      httpStatus,
      error: { code: undefined, message: `the answer had the HTTP status ${httpStatus}` },
    })),
  );
});

test.each([
  ['Odd100018', 'Odd100018'],
  ['100018th', '100018th'],
  ['100018', 'FlowLimitExceeded'],
  [true, undefined],
  [{}, undefined],
  ['', undefined],
])('the code %j is read as %j', (Code, code) => {
  expect(readReply(400, envelope({}, { Error: { Code, Message: 'said' } }))).toMatchObject({
    error: { code, message: 'said' },
  });
});

test.each(['', undefined, null, 7])('an error whose message is %j is told by its status', (Message) => {
  expect(readReply(400, envelope({}, { Error: { Code: 'Odd', Message } }))).toMatchObject({
    error: { code: 'Odd', message: 'the answer had the HTTP status 400' },
  });
});

test('a request id that is no text is left out', () => {
  expect(readReply(200, envelope({}, { RequestId: 7 }))).toMatchObject({ requestId: undefined });
});

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['text', false],
  [undefined, false],
])('%p is an object: %p', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});
