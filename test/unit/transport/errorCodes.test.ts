import {
  meaningOfCode,
  meaningOfFailure,
  nameOfNumber,
} from '../../../nodes/VolcengineRtc/transport/errorCodes';

test.each([
  [200, 'RateLimitExceeded', 'throttled'],
  [400, 'AccountFlowLimitExceeded', 'throttled'],
  [429, undefined, 'throttled'],
  [429, 'InvalidParam', 'throttled'],
  [500, 'FlowLimitExceeded', 'throttled'],
  [200, 'FlowLimitExceeded.QPSOverLimit', 'throttled'],
  [200, 'InternalError.ReachRateLimit', 'throttled'],
  [200, 'SomethingRateLimited', 'throttled'],
  [200, 'UpdateTooFrequent', 'throttled'],
  [500, undefined, 'transient'],
  [502, 'InvalidParam', 'transient'],
  [503, 'SignatureDoesNotMatch', 'transient'],
  [200, 'InternalError', 'transient'],
  [200, 'InternalError.Odd', 'transient'],
  [504, 'InternalServiceTimeout', 'transient'],
  [200, 'UserHasRegistered', 'existingUser'],
  [400, 'InvalidParam', 'rejectedRequest'],
  [400, 'InvalidParameter.UserId', 'rejectedRequest'],
  [400, 'Unheard', 'rejectedRequest'],
  [404, undefined, 'rejectedRequest'],
  [413, undefined, 'rejectedRequest'],
  [413, 'UndefinedError', 'rejectedRequest'],
  [400, 'UserNotFound', 'rejectedUser'],
  [401, undefined, 'fatal'],
  [403, 'Unheard', 'fatal'],
  [401, 'InvalidAccessKey', 'fatal'],
  [200, 'NoAuth', 'fatal'],
  [200, 'AppNotFound', 'fatal'],
  [200, 'AccessDenied.NoPermissionForApp', 'fatal'],
  [200, 'constructor', 'rejectedRequest'],
  [200, '__proto__', 'rejectedRequest'],
] as const)('a request that fails with status %i and the code %s is %s', (status, code, meaning) => {
  expect(meaningOfFailure(status, code).meaning).toBe(meaning);
});

test.each([
  ['RateLimitExceeded', 'throttled'],
  ['InternalError', 'transient'],
  ['UserHasRegistered', 'existingUser'],
  ['UserNotFound', 'rejectedUser'],
  ['Unheard', 'rejectedUser'],
  ['', 'rejectedUser'],
])('a user that fails with %j is %s', (code, meaning) => {
  expect(meaningOfCode(code).meaning).toBe(meaning);
});

test.each([
  [100002, 'MissingParameter', 'rejectedRequest'],
  [100006, 'InvalidTimestamp', 'fatal'],
  [100009, 'InvalidAccessKey', 'fatal'],
  [100010, 'SignatureDoesNotMatch', 'fatal'],
  [100013, 'AccessDenied', 'fatal'],
  [100014, 'InternalError', 'transient'],
  [100018, 'FlowLimitExceeded', 'throttled'],
  [100019, 'ServiceUnavailableTemp', 'transient'],
  [100026, 'InvalidSecretToken', 'fatal'],
  [100027, 'AccountFlowLimitExceeded', 'throttled'],
  [100034, 'Code100034', 'throttled'],
  [100035, 'Code100035', 'transient'],
  [100036, 'Code100036', 'fatal'],
  [123456, 'Code123456', 'rejectedRequest'],
])('the gateway number %i is %s, which is %s', (codeN, name, meaning) => {
  expect(nameOfNumber(codeN)).toBe(name);
  expect(meaningOfFailure(400, name).meaning).toBe(meaning);
});

test('a dotted code that is known by itself means more than its first part', () => {
  const advice = meaningOfFailure(400, 'AccessDenied.NoPermissionForApp').advice;
  expect(advice).toMatch(/^The app belongs to another account/);
  expect(meaningOfFailure(400, 'AccessDenied.Odd').advice).not.toBe(advice);
});

test('every fatal error says what to do', () => {
  const fatal = [
    'InvalidAccessKey',
    'SignatureDoesNotMatch',
    'InvalidSecretToken',
    'LackPolicy',
    'NoAuth',
    'AppNotFound',
  ];
  for (const code of fatal) expect(meaningOfFailure(400, code).advice).toMatch(/\. [A-Z]/);
});
