import type { Meaning } from './meanings';

/**
 * Errors by name: of the IM API (docs 6348/412253), of the RTC API (6348/70426, dotted) and of the gateway in
 * front of both (6369/68677 and its likes).
 */
const byName: Readonly<Record<string, Meaning>> = {
  JsonParsingError: 'rejectedRequest',
  InvalidParam: 'rejectedRequest',
  InvalidParameter: 'rejectedRequest',
  AppNotFound: 'unknownApp',
  AppStatusException: 'disabledApp',
  NoAuth: 'foreignApp',
  UserHasRegistered: 'existingUser',
  UserNotFound: 'missingUser',
  UpdateTooFrequent: 'throttled',
  RateLimitExceeded: 'throttled',
  BatchSendOverQuota: 'throttled',
  InternalError: 'transient',
  'InternalError.ReachRateLimit': 'throttled',
  'AccessDenied.NoPermissionForApp': 'foreignApp',
  Unauthorized: 'noPermission',
  UnknownAction: 'noSuchApi',
  UnknownVersion: 'noSuchApi',
  UndefinedError: 'transient',
  MissingParameter: 'rejectedRequest',
  MissingAuthenticationToken: 'wrongSecret',
  MissingRequestInfo: 'rejectedRequest',
  MissingSignature: 'wrongSecret',
  InvalidTimestamp: 'wrongClock',
  ServiceNotFound: 'noSuchApi',
  InvalidActionOrVersion: 'noSuchApi',
  InvalidAccessKey: 'unknownKey',
  InvalidClientTokenId: 'unknownKey',
  SignatureDoesNotMatch: 'wrongSecret',
  LackPolicy: 'noPermission',
  AccessDenied: 'noPermission',
  FailToConnect: 'transient',
  InternalServiceTimeout: 'transient',
  InnerApiNeedAccountInfo: 'rejectedRequest',
  FlowLimitExceeded: 'throttled',
  ServiceUnavailableTemp: 'transient',
  MethodNotAllowed: 'noSuchApi',
  LackProjectPolicy: 'noPermission',
  InternalServiceError: 'transient',
  InvalidAuthorization: 'wrongSecret',
  InvalidCredential: 'wrongScope',
  InvalidSecretToken: 'wrongToken',
  AccountFlowLimitExceeded: 'throttled',
  // Numbers whose names are not published; the meanings come from a type list in byted-kickart-skills.
  Code100011: 'noPermission',
  Code100028: 'noPermission',
  Code100029: 'noPermission',
  Code100030: 'noSuchApi',
  Code100031: 'noSuchApi',
  Code100032: 'noPermission',
  Code100033: 'noSuchApi',
  Code100034: 'throttled',
  Code100035: 'transient',
  Code100036: 'noPermission',
};

/** `CodeN` of the gateway's errors, for an answer that carries no name. */
const namesByNumber: Readonly<Record<number, string>> = {
  100001: 'UndefinedError',
  100002: 'MissingParameter',
  100003: 'MissingAuthenticationToken',
  100004: 'MissingRequestInfo',
  100005: 'MissingSignature',
  100006: 'InvalidTimestamp',
  100007: 'ServiceNotFound',
  100008: 'InvalidActionOrVersion',
  100009: 'InvalidAccessKey',
  100010: 'SignatureDoesNotMatch',
  100012: 'LackPolicy',
  100013: 'AccessDenied',
  100014: 'InternalError',
  100015: 'FailToConnect',
  100016: 'InternalServiceTimeout',
  100017: 'InnerApiNeedAccountInfo',
  100018: 'FlowLimitExceeded',
  100019: 'ServiceUnavailableTemp',
  100020: 'MethodNotAllowed',
  100021: 'LackProjectPolicy',
  100023: 'InternalServiceError',
  100024: 'InvalidAuthorization',
  100025: 'InvalidCredential',
  100026: 'InvalidSecretToken',
  100027: 'AccountFlowLimitExceeded',
};

/** The name of an error of which only the gateway's number is known. */
export function nameOfNumber(codeN: number): string {
  return namesByNumber[codeN] ?? `Code${codeN}`;
}

/** Names that other gateways give to the same thing; such codes come under HTTP 200 and 400 too. */
const throttlingName =
  /Throttl|TooManyRequest|RequestLimitExceeded|QPSLimit|FlowLimit|RateLimit|TooFrequent/i;
const transientName =
  /ServiceUnavailable|RequestTimeout|GatewayTimeout|ServiceTimeout|ServerBusy|SystemBusy/i;

/** What can be meant of one user; anything else refuses it. */
const ofUsers: readonly Meaning[] = ['existingUser', 'missingUser', 'throttled', 'transient'];

/**
 * What an error code means for one user that a result names; an unknown one is a refusal of that user.
 *
 * @param code undefined where the result names none
 */
export function meaningForUser(code: string | undefined): Meaning {
  const meaning = code === undefined ? undefined : lookUp(code);
  if (code === 'UpdateTooFrequent') return 'userTooFrequent';
  return meaning !== undefined && ofUsers.includes(meaning) ? meaning : 'rejectedUser';
}

/**
 * What an error of a whole request means: the status first, as a failing service may name any error, then the code.
 *
 * @param code undefined where the answer names none
 */
export function meaningForRequest(httpStatus: number, code: string | undefined): Meaning {
  const known = code === undefined ? undefined : lookUp(code);
  if (httpStatus === 429) return 'throttled';
  // Too large, whatever else it is called: a smaller request may pass.
  if (httpStatus === 413) return 'rejectedRequest';
  if (httpStatus === 408 || httpStatus >= 500) return known === 'throttled' ? known : 'transient';
  if (known !== undefined) return known;
  if (httpStatus === 421 || httpStatus === 425) return 'unprocessed';
  if (httpStatus === 401) return 'wrongSecret';
  return httpStatus === 403 ? 'noPermission' : 'rejectedRequest';
}

/**
 * What an answer means that does not come from the service: a proxy or a gateway answered in its place. Most statuses
 * say that it did not pass the request on.
 */
export function meaningOfPage(httpStatus: number): Meaning {
  if (httpStatus === 429) return 'throttled';
  if (httpStatus === 413) return 'rejectedRequest';
  const isPassedOn = httpStatus === 408 || httpStatus >= 500 || (httpStatus >= 200 && httpStatus < 300);
  return isPassedOn ? 'foreignPage' : 'notVolcengine';
}

/** A dotted code that is not known by itself means what its first part does. */
function lookUp(code: string): Meaning | undefined {
  const prefix = code.split('.', 1)[0] as string;
  if (Object.hasOwn(byName, code)) return byName[code];
  if (throttlingName.test(code)) return 'throttled';
  if (Object.hasOwn(byName, prefix)) return byName[prefix];
  return transientName.test(code) ? 'transient' : undefined;
}
