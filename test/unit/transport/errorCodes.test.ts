import {
  meaningForRequest,
  meaningForUser,
  meaningOfPage,
  nameOfNumber,
} from '../../../nodes/VolcengineRtc/transport/errorCodes';

test.each([
  [200, 'RateLimitExceeded', 'throttled'],
  [400, 'AccountFlowLimitExceeded', 'throttled'],
  [429, undefined, 'throttled'],
  [429, 'InvalidParam', 'throttled'],
  [500, 'FlowLimitExceeded', 'throttled'],
  [408, 'FlowLimitExceeded', 'throttled'],
  [200, 'FlowLimitExceeded.QPSOverLimit', 'throttled'],
  [200, 'InternalError.ReachRateLimit', 'throttled'],
  [200, 'InternalError.FlowLimitOfTheDay', 'throttled'],
  [200, 'SomethingRateLimited', 'throttled'],
  [200, 'UpdateTooFrequent', 'throttled'],
  [500, undefined, 'transient'],
  [502, 'InvalidParam', 'transient'],
  [503, 'SignatureDoesNotMatch', 'transient'],
  [408, undefined, 'transient'],
  [408, 'InvalidParam', 'transient'],
  [200, 'InternalError', 'transient'],
  [200, 'InternalError.Odd', 'transient'],
  [504, 'InternalServiceTimeout', 'transient'],
  [421, undefined, 'unprocessed'],
  [425, 'Unheard', 'unprocessed'],
  [425, 'InvalidParam', 'rejectedRequest'],
  [200, 'UserHasRegistered', 'existingUser'],
  [400, 'InvalidParam', 'rejectedRequest'],
  [400, 'InvalidParameter.UserId', 'rejectedRequest'],
  [400, 'Unheard', 'rejectedRequest'],
  [404, undefined, 'rejectedRequest'],
  [407, undefined, 'rejectedRequest'],
  [413, undefined, 'rejectedRequest'],
  [413, 'UndefinedError', 'rejectedRequest'],
  [413, 'FlowLimitExceeded', 'rejectedRequest'],
  [499, undefined, 'rejectedRequest'],
  [400, 'UserNotFound', 'missingUser'],
  [401, undefined, 'wrongSecret'],
  [401, 'InvalidAccessKey', 'unknownKey'],
  [401, 'InvalidSecretToken', 'wrongToken'],
  [400, 'InvalidCredential', 'wrongScope'],
  [400, 'InvalidTimestamp', 'wrongClock'],
  [403, undefined, 'noPermission'],
  [403, 'Unheard', 'noPermission'],
  [404, 'InvalidActionOrVersion', 'noSuchApi'],
  [200, 'NoAuth', 'foreignApp'],
  [200, 'AccessDenied.NoPermissionForApp', 'foreignApp'],
  [200, 'AccessDenied.Odd', 'noPermission'],
  [200, 'AppNotFound', 'unknownApp'],
  [200, 'AppStatusException', 'disabledApp'],
  [200, 'constructor', 'rejectedRequest'],
  [200, '__proto__', 'rejectedRequest'],
  [200, 'toString.valueOf', 'rejectedRequest'],
] as const)('a request that fails with status %i and the code %s is %s', (status, code, meaning) => {
  expect(meaningForRequest(status, code)).toBe(meaning);
});

/** Names of other gateways, which come under HTTP 200 and 400 too. */
const otherNames = {
  throttled: [
    'Throttling',
    'Throttling.User',
    'RequestThrottled',
    'TooManyRequests',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'ExceedQPSLimit',
    'QPSLimitExceeded',
    'ExceedFlowLimit',
    'ratelimit.exceeded',
    'RequestTooFrequently',
  ],
  transient: [
    'ServiceUnavailable',
    'ServiceUnavailable.Temporary',
    'RequestTimeout',
    'GatewayTimeout',
    'BackendServiceTimeout',
    'ServerBusy',
    'systembusy',
  ],
};

const named = Object.entries(otherNames).flatMap(([meaning, names]) => names.map((name) => [name, meaning]));

test.each(named)(
  '%s is %s under any status of a refusal, for a request and for a single user',
  (name, meaning) => {
    expect([200, 400, 403].map((status) => meaningForRequest(status, name))).toEqual([
      meaning,
      meaning,
      meaning,
    ]);
    expect(meaningForUser(name)).toBe(meaning);
  },
);

test.each([
  ['RateLimitExceeded', 'throttled'],
  ['UpdateTooFrequent', 'userTooFrequent'],
  ['InternalError', 'transient'],
  ['UserHasRegistered', 'existingUser'],
  ['UserNotFound', 'missingUser'],
  ['InvalidParam', 'rejectedUser'],
  ['NoAuth', 'rejectedUser'],
  ['AppNotFound', 'rejectedUser'],
  ['InvalidAccessKey', 'rejectedUser'],
  ['Unheard', 'rejectedUser'],
  [undefined, 'rejectedUser'],
])('a user that fails with %j is %s', (code, meaning) => {
  expect(meaningForUser(code)).toBe(meaning);
});

test.each([
  [429, 'throttled'],
  [413, 'rejectedRequest'],
  [408, 'foreignPage'],
  [500, 'foreignPage'],
  [502, 'foreignPage'],
  [599, 'foreignPage'],
  [200, 'foreignPage'],
  [204, 'foreignPage'],
  [299, 'foreignPage'],
  ...[199, 300, 301, 302, 304, 307, 400, 401, 403, 404, 405, 407, 409, 412, 414, 421, 425, 499].map(
    (status) => [status, 'notVolcengine'] as const,
  ),
] as const)('an answer of the status %i that is not the service’s is %s', (status, meaning) => {
  expect(meaningOfPage(status)).toBe(meaning);
});

test.each([
  [100001, 'UndefinedError', 'transient'],
  [100002, 'MissingParameter', 'rejectedRequest'],
  [100003, 'MissingAuthenticationToken', 'wrongSecret'],
  [100004, 'MissingRequestInfo', 'rejectedRequest'],
  [100005, 'MissingSignature', 'wrongSecret'],
  [100006, 'InvalidTimestamp', 'wrongClock'],
  [100007, 'ServiceNotFound', 'noSuchApi'],
  [100008, 'InvalidActionOrVersion', 'noSuchApi'],
  [100009, 'InvalidAccessKey', 'unknownKey'],
  [100010, 'SignatureDoesNotMatch', 'wrongSecret'],
  [100011, 'Code100011', 'noPermission'],
  [100012, 'LackPolicy', 'noPermission'],
  [100013, 'AccessDenied', 'noPermission'],
  [100014, 'InternalError', 'transient'],
  [100015, 'FailToConnect', 'transient'],
  [100016, 'InternalServiceTimeout', 'transient'],
  [100017, 'InnerApiNeedAccountInfo', 'rejectedRequest'],
  [100018, 'FlowLimitExceeded', 'throttled'],
  [100019, 'ServiceUnavailableTemp', 'transient'],
  [100020, 'MethodNotAllowed', 'noSuchApi'],
  [100021, 'LackProjectPolicy', 'noPermission'],
  [100023, 'InternalServiceError', 'transient'],
  [100024, 'InvalidAuthorization', 'wrongSecret'],
  [100025, 'InvalidCredential', 'wrongScope'],
  [100026, 'InvalidSecretToken', 'wrongToken'],
  [100027, 'AccountFlowLimitExceeded', 'throttled'],
  [100028, 'Code100028', 'noPermission'],
  [100029, 'Code100029', 'noPermission'],
  [100030, 'Code100030', 'noSuchApi'],
  [100031, 'Code100031', 'noSuchApi'],
  [100032, 'Code100032', 'noPermission'],
  [100033, 'Code100033', 'noSuchApi'],
  [100034, 'Code100034', 'throttled'],
  [100035, 'Code100035', 'transient'],
  [100036, 'Code100036', 'noPermission'],
  [123456, 'Code123456', 'rejectedRequest'],
])('the gateway number %i is %s, which is %s', (codeN, name, meaning) => {
  expect(nameOfNumber(codeN)).toBe(name);
  expect(meaningForRequest(400, name)).toBe(meaning);
});
