/** What an error of the service means. */
export type Meaning =
  /** The account sends too fast. */
  | 'throttled'
  /** The service failed; the users may or may not have been processed. */
  | 'transient'
  /** The user is registered already. */
  | 'existingUser'
  /** This user is refused. */
  | 'rejectedUser'
  /** The request is refused for its content. */
  | 'rejectedRequest'
  /** Nothing that is sent with this key and app can succeed. */
  | 'fatal';

/** An error's meaning and, where the service's own words do not say it, what happened and how to go on. */
export interface ErrorMeaning {
  meaning: Meaning;
  advice?: string;
}

const fatal = (advice: string): ErrorMeaning => ({ meaning: 'fatal', advice });
const rejectedUser: ErrorMeaning = { meaning: 'rejectedUser' };
const rejectedRequest: ErrorMeaning = { meaning: 'rejectedRequest' };
const existingUser: ErrorMeaning = {
  meaning: 'existingUser',
  advice:
    'A user with this id is registered already. Set the option Existing Users to count it as a success.',
};
const throttled: ErrorMeaning = {
  meaning: 'throttled',
  advice:
    'The account sent more requests than its limit allows. Run these users again later, or lower Max Requests per Second.',
};
const transient: ErrorMeaning = {
  meaning: 'transient',
  advice: 'The service failed for the moment; whether the user was processed is not known. Run it again.',
};
const unknownKey = fatal(
  'Volcengine does not know this Access Key ID. Check it in the credential, and that the key is not disabled.',
);
const wrongSecret = fatal(
  'The Secret Access Key does not belong to this Access Key ID. Paste it again into the credential.',
);
const wrongToken = fatal(
  'The Session Token is wrong or has expired. Put new temporary keys into the credential.',
);
const wrongClock = fatal(
  'The clock of the machine that runs n8n is off by more than 15 minutes. Set it and run the workflow again.',
);
const noPermission = fatal(
  'The access key may not use this API. Give its user the policy RTCFullAccess, and make sure that the IM service is activated in the RTC console.',
);
const foreignApp = fatal(
  'The app belongs to another account, or the access key may not use it. Check the App ID, and that the key is of the account that owns the app.',
);
const unknownApp = fatal(
  'There is no IM app with this App ID. Look it up in the RTC console under IM; the App ID of an RTC app is a different one.',
);
const disabledApp = fatal('The IM app is disabled. Enable it in the RTC console under IM.');
const noSuchApi = fatal(
  'The address does not offer this API. Check the Endpoint and the Region of the credential.',
);

/**
 * Errors by name: of the IM API (docs 6348/412253), of the RTC API (6348/70426, dotted) and of the gateway in
 * front of both (6369/68677 and its likes).
 */
const byName: Readonly<Record<string, ErrorMeaning>> = {
  JsonParsingError: rejectedRequest,
  InvalidParam: rejectedRequest,
  InvalidParameter: rejectedRequest,
  AppNotFound: unknownApp,
  AppStatusException: disabledApp,
  NoAuth: foreignApp,
  UserHasRegistered: existingUser,
  UserNotFound: rejectedUser,
  UpdateTooFrequent: throttled,
  RateLimitExceeded: throttled,
  BatchSendOverQuota: throttled,
  InternalError: transient,
  'InternalError.ReachRateLimit': throttled,
  'AccessDenied.NoPermissionForApp': foreignApp,
  Unauthorized: noPermission,
  UnknownAction: noSuchApi,
  UnknownVersion: noSuchApi,
  UndefinedError: transient,
  MissingParameter: rejectedRequest,
  MissingAuthenticationToken: wrongSecret,
  MissingRequestInfo: rejectedRequest,
  MissingSignature: wrongSecret,
  InvalidTimestamp: wrongClock,
  ServiceNotFound: noSuchApi,
  InvalidActionOrVersion: noSuchApi,
  InvalidAccessKey: unknownKey,
  InvalidClientTokenId: unknownKey,
  SignatureDoesNotMatch: wrongSecret,
  LackPolicy: noPermission,
  AccessDenied: noPermission,
  FailToConnect: transient,
  InternalServiceTimeout: transient,
  InnerApiNeedAccountInfo: rejectedRequest,
  FlowLimitExceeded: throttled,
  ServiceUnavailableTemp: transient,
  MethodNotAllowed: noSuchApi,
  LackProjectPolicy: noPermission,
  InternalServiceError: transient,
  InvalidAuthorization: wrongSecret,
  InvalidCredential: wrongSecret,
  InvalidSecretToken: wrongToken,
  AccountFlowLimitExceeded: throttled,
  // Numbers whose names are not published; the meanings come from a type list in byted-kickart-skills.
  Code100011: noPermission,
  Code100028: noPermission,
  Code100029: noPermission,
  Code100030: noSuchApi,
  Code100031: noSuchApi,
  Code100032: noPermission,
  Code100033: noSuchApi,
  Code100034: throttled,
  Code100035: transient,
  Code100036: noPermission,
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

/** What an error code means for a user; an unknown one is a refusal of that user. */
export function meaningOfCode(code: string): ErrorMeaning {
  return lookUp(code) ?? rejectedUser;
}

/**
 * What a failed request means: the status first, as a failing service may name any error, then the code.
 *
 * @param code undefined where the answer names none
 */
export function meaningOfFailure(httpStatus: number, code: string | undefined): ErrorMeaning {
  const known = code === undefined ? undefined : lookUp(code);
  if (httpStatus === 429) return throttled;
  // Too large, whatever else it is called: a smaller request may pass.
  if (httpStatus === 413) return rejectedRequest;
  if (httpStatus >= 500) return known?.meaning === 'throttled' ? throttled : transient;
  if (known !== undefined) return known;
  if (httpStatus === 401) return wrongSecret;
  return httpStatus === 403 ? noPermission : rejectedRequest;
}

/** A dotted code that is not known by itself means what its first part does. */
function lookUp(code: string): ErrorMeaning | undefined {
  const prefix = code.split('.')[0] as string;
  if (Object.hasOwn(byName, code)) return byName[code];
  if (/FlowLimit|RateLimit|TooFrequent/.test(code)) return throttled;
  return Object.hasOwn(byName, prefix) ? byName[prefix] : undefined;
}
