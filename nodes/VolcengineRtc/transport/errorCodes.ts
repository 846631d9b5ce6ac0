/** What an error of the service means for the request and its users. */
export type Meaning =
  /** The account sends too fast. */
  | 'throttled'
  /** The service failed; the users may or may not have been processed. */
  | 'transient'
  /** The user is registered already. */
  | 'existingUser'
  /** This user is refused, or this request for its content. */
  | 'rejected'
  /** Nothing that is sent with this key and app can succeed. */
  | 'fatal';

interface ErrorCode {
  meaning: Meaning;
  /** What happened and how to go on, where the service's own words do not say it. */
  advice?: string;
}

const key = {
  unknown:
    'Volcengine does not know this Access Key ID. Check it in the credential, and that the key is not disabled.',
  wrongSecret:
    'The Secret Access Key does not belong to this Access Key ID. Paste it again into the credential.',
  wrongToken: 'The Session Token is wrong or has expired. Put new temporary keys into the credential.',
  clock:
    'The clock of the machine that runs n8n is off by more than 15 minutes. Set it and run the workflow again.',
  noPermission:
    'The access key may not use this API. Give its user the policy RTCFullAccess, and make sure that the IM service is activated in the RTC console.',
  foreignApp:
    'The app belongs to another account, or the access key may not use it. Check the App ID, and that the key is of the account that owns the app.',
  noApp:
    'There is no IM app with this App ID. Look it up in the RTC console under IM; the App ID of an RTC app is a different one.',
  disabledApp: 'The IM app is disabled. Enable it in the RTC console under IM.',
  api: 'The address does not offer this API. Check the Endpoint of the credential.',
} as const;

const fatal = (advice?: string): ErrorCode => ({ meaning: 'fatal', advice });
const throttled: ErrorCode = {
  meaning: 'throttled',
  advice:
    'The account sent more requests than its limit allows. Run these users again later, or lower Max Requests per Second.',
};
const transient: ErrorCode = {
  meaning: 'transient',
  advice:
    'The service failed for the moment; whether the user was processed is not known. Run these users again.',
};
const rejected: ErrorCode = { meaning: 'rejected' };

/**
 * Error codes of the IM API (docs 6348/412253), of the RTC API (6348/70426, dotted) and of Volcengine's gateway.
 * A code that is not here stands for a refusal for the content.
 */
const errorCodes: Readonly<Record<string, ErrorCode>> = {
  UserHasRegistered: { meaning: 'existingUser', advice: 'A user with this id is registered already.' },
  JsonParsingError: rejected,
  InvalidParam: rejected,
  UserNotFound: rejected,
  AppNotFound: fatal(key.noApp),
  AppStatusException: fatal(key.disabledApp),
  NoAuth: fatal(key.foreignApp),
  UpdateTooFrequent: throttled,
  RateLimitExceeded: throttled,
  BatchSendOverQuota: throttled,
  InternalError: transient,
  'InternalError.ReachRateLimit': throttled,
  'AccessDenied.NoPermissionForApp': fatal(key.foreignApp),
  Unauthorized: fatal(key.noPermission),
  UnknownAction: fatal(key.api),
  UnknownVersion: fatal(key.api),
  UndefinedError: transient,
  MissingAuthenticationToken: fatal(key.wrongSecret),
  MissingSignature: fatal(key.wrongSecret),
  InvalidTimestamp: fatal(key.clock),
  ServiceNotFound: fatal(key.api),
  InvalidActionOrVersion: fatal(key.api),
  InvalidAccessKey: fatal(key.unknown),
  InvalidClientTokenId: fatal(key.unknown),
  SignatureDoesNotMatch: fatal(key.wrongSecret),
  InvalidSecretToken: fatal(key.wrongToken),
  InvalidAuthorization: fatal(key.wrongSecret),
  InvalidCredential: fatal(key.wrongSecret),
  LackPolicy: fatal(key.noPermission),
  LackProjectPolicy: fatal(key.noPermission),
  AccessDenied: fatal(key.noPermission),
  MethodNotAllowed: fatal(key.api),
  FailToConnect: transient,
  InternalServiceTimeout: transient,
  InternalServiceError: transient,
  ServiceUnavailableTemp: transient,
  FlowLimitExceeded: throttled,
  AccountFlowLimitExceeded: throttled,
};

/** `CodeN` of the gateway's errors, for an answer that carries no name. */
const gatewayNumbers: Readonly<Record<number, string>> = {
  100001: 'UndefinedError',
  100003: 'MissingAuthenticationToken',
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

/** The name of a gateway error that came as a number. */
export function nameOfGatewayNumber(codeN: number): string | undefined {
  return gatewayNumbers[codeN];
}

/** What an error code means; a dotted one that is not known by itself means what its first part does. */
export function meaningOf(code: string): ErrorCode {
  const prefix = code.split('.')[0] as string;
  const known = [code, prefix].find((name) => Object.hasOwn(errorCodes, name));
  if (known !== undefined) return errorCodes[known] as ErrorCode;
  return /FlowLimit|RateLimit|TooFrequent/.test(code) ? throttled : rejected;
}

/** What a HTTP status means where the answer names no error. */
export function meaningOfStatus(httpStatus: number): ErrorCode {
  if (httpStatus === 429) return throttled;
  if (httpStatus >= 500) return transient;
  if (httpStatus === 401) return fatal(key.wrongSecret);
  return httpStatus === 403 ? fatal(key.noPermission) : rejected;
}
