import type { Told } from './told';

/** An answer to a whole request other than success, and what it tells. */
export interface Refusal {
  told: Extract<
    Told,
    'requestRefused' | 'fatal' | 'appFatal' | 'requestThrottled' | 'transient' | 'stranger'
  >;
  status: number;
  code?: string;
  codeN?: number | string;
  /** A page in place of the envelope. */
  isHtml?: boolean;
}

type Row = readonly [status: number, code?: string, codeN?: number | string];

function rows(told: Refusal['told'], table: readonly Row[]): Refusal[] {
  return table.map(([status, code, codeN]) => ({ told, status, code, codeN }));
}

/** Throttling shows in the status, in a name, in a number, and inside HTTP 200 as well as 400. */
const throttled = rows('requestThrottled', [
  [429],
  [429, 'FlowLimitExceeded', 100018],
  [429, 'InvalidParam'],
  [429, undefined, 100027],
  [400, 'AccountFlowLimitExceeded', 100027],
  [200, 'FlowLimitExceeded', 100018],
  [200, undefined, 100018],
  [200, undefined, '100018'],
  [400, undefined, 100034],
  [400, 'FlowLimitExceeded.QPSOverLimit'],
  [400, 'InternalError.ReachRateLimit'],
  [200, 'RateLimitExceeded'],
  [400, 'UpdateTooFrequent'],
  [200, 'BatchSendOverQuota'],
  [503, 'FlowLimitExceeded'],
  [403, 'AccountFlowLimitExceeded'],
  [200, 'Throttling.User'],
  [400, 'TooManyRequests'],
  [400, 'RequestLimitExceeded'],
  [200, 'ExceedQPSLimit'],
  [408, 'FlowLimitExceeded'],
]);

const transient = rows('transient', [
  [500],
  [500, 'InternalError', 100014],
  [502, 'FailToConnect', 100015],
  [503, 'ServiceUnavailableTemp', 100019],
  [504, 'InternalServiceTimeout', 100016],
  [500, 'InvalidParam'],
  [503, 'UserHasRegistered'],
  [500, 'AppNotFound'],
  [200, 'InternalError'],
  [400, 'InternalError.Database'],
  [200, undefined, 100014],
  [400, undefined, 100035],
  [200, '100023'],
  [599, 'Surprise'],
  [408],
  [408, 'InvalidParam'],
  [400, 'ServiceUnavailable'],
  [200, 'RequestTimeout'],
]);

/** Answers of the service that say that it has not processed the request. */
const unprocessed = rows('stranger', [[421], [425]]);

const requestRefused = rows('requestRefused', [
  [400],
  [400, 'InvalidParam'],
  [200, 'InvalidParam'],
  [400, 'InvalidParameter.UserId'],
  [400, 'MissingParameter', 100002],
  [400, undefined, 100002],
  [200, undefined, 199999],
  [200, 'JsonParsingError'],
  [400, 'Surprise'],
  [200, 'constructor'],
  [404],
  [413],
  [405],
  [413, 'UndefinedError', 100001],
  [400, 'UserNotFound'],
]);

const fatal = rows('fatal', [
  [401],
  [403],
  [403, 'Surprise'],
  [401, 'SignatureDoesNotMatch', 100010],
  [200, 'InvalidAccessKey', 100009],
  [400, undefined, 100009],
  [401, 'InvalidSecretToken', 100026],
  [400, 'InvalidTimestamp', 100006],
  [403, 'AccessDenied', 100013],
  [400, 'InvalidCredential', 100025],
  [404, 'InvalidActionOrVersion', 100008],
  [403, undefined, 100011],
]);

const appFatal = rows('appFatal', [
  [400, 'AccessDenied.NoPermissionForApp'],
  [400, 'AppNotFound'],
  [200, 'AppStatusException'],
  [400, 'NoAuth'],
]);

/** What proxies and gateways answer in place of the service, in pages of their own. */
const pages: Refusal[] = [
  ...[301, 302, 307, 400, 401, 403, 404, 405, 407, 421, 425, 511].map((status): Refusal => {
    return { told: status === 511 ? 'transient' : 'stranger', status, isHtml: true };
  }),
  ...[408, 500, 502, 503, 504].map((status): Refusal => ({ told: 'transient', status, isHtml: true })),
  { told: 'requestThrottled', status: 429, isHtml: true },
  { told: 'requestRefused', status: 413, isHtml: true },
];

/** Refusals of whole requests, by what they tell. */
export function refusalsThatTell(...told: Array<Refusal['told']>): Refusal[] {
  const all = [
    ...throttled,
    ...transient,
    ...unprocessed,
    ...requestRefused,
    ...fatal,
    ...appFatal,
    ...pages,
  ];
  return all.filter((refusal) => told.includes(refusal.told));
}
