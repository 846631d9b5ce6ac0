import { Refusal } from './refusal';

/**
 * The gateway's public errors: numeric code, HTTP status, default message.
 * Source: the public error pages of several products behind the same gateway, such as
 * https://www.volcengine.com/docs/6369/68677 and https://www.volcengine.com/docs/4640/65080
 */
const gatewayErrors = {
  UndefinedError: [100001, 500, 'An undefined error occurred.'],
  MissingParameter: [100002, 400, 'The request is missing a required parameter.'],
  MissingAuthenticationToken: [100003, 401, 'The request is missing an authentication token.'],
  MissingRequestInfo: [100004, 400, 'The request is missing required information.'],
  MissingSignature: [100005, 401, 'The request is missing a signature.'],
  InvalidTimestamp: [100006, 400, 'The timestamp of the request is invalid or has expired.'],
  ServiceNotFound: [100007, 404, 'The requested service could not be found.'],
  InvalidActionOrVersion: [100008, 404, 'Could not find the requested action or version.'],
  InvalidAccessKey: [100009, 401, 'The access key included in the request is invalid.'],
  SignatureDoesNotMatch: [
    100010,
    401,
    'The request signature we calculated does not match the signature you provided. ' +
      'Check your Secret Access Key and signing method. Consult the service documentation for details.',
  ],
  LackPolicy: [100012, 403, 'The request lacks a policy.'],
  AccessDenied: [100013, 403, 'The caller is not authorized to perform this action.'],
  InternalError: [100014, 500, 'An internal error occurred.'],
  FailToConnect: [100015, 502, 'The gateway could not connect to the service.'],
  InternalServiceTimeout: [100016, 504, 'The service did not answer in time.'],
  InnerApiNeedAccountInfo: [100017, 400, 'The inner API needs the account of the caller.'],
  FlowLimitExceeded: [100018, 429, 'The request was refused because the flow limit is exceeded.'],
  ServiceUnavailableTemp: [100019, 503, 'The service is temporarily unavailable.'],
  MethodNotAllowed: [100020, 405, 'The request method is not allowed for this action.'],
  LackProjectPolicy: [100021, 403, 'The request lacks a policy for the project.'],
  InternalServiceError: [100023, 502, 'The service answered with an error.'],
  InvalidAuthorization: [100024, 400, 'The Authorization header is malformed.'],
  InvalidCredential: [100025, 400, 'The Credential in the Authorization header is malformed.'],
  InvalidSecretToken: [100026, 401, 'Invalid secret token, msg: secret token sequence is broken.'],
  AccountFlowLimitExceeded: [100027, 429, 'The flow limit of the account is exceeded.'],
} as const satisfies Record<string, readonly [codeN: number, status: number, message: string]>;

/** A code of the gateway's own, as opposed to one of the IM service behind it. */
export type GatewayCode = keyof typeof gatewayErrors;

/** The gateway's answer for one of its codes, with the documented status and number. */
export function gatewayRefusal(code: GatewayCode, message?: string): Refusal {
  const [codeN, status, standardMessage] = gatewayErrors[code];
  return new Refusal(status, code, message ?? standardMessage, codeN);
}

/** Whether a text is a code of the gateway. */
export function isGatewayCode(code: string): code is GatewayCode {
  return Object.hasOwn(gatewayErrors, code);
}

/** The code the gateway uses for a status when a fault names the status only. */
export function gatewayCodeOfStatus(status: number): GatewayCode {
  const usual: Record<number, GatewayCode> = {
    401: 'SignatureDoesNotMatch',
    403: 'AccessDenied',
    404: 'InvalidActionOrVersion',
    405: 'MethodNotAllowed',
    429: 'FlowLimitExceeded',
    500: 'InternalError',
    502: 'InternalServiceError',
    503: 'ServiceUnavailableTemp',
    504: 'InternalServiceTimeout',
  };
  return usual[status] ?? 'UndefinedError';
}
