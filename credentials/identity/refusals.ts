/** An error that the gateway or STS may answer, and what it means for a person who tests a credential. */
export interface Refusal {
  /** `CodeN`, by which an error is known whose `Code` is not documented. */
  codeN: number;
  /** `Code`, in all the forms that are documented. */
  codes?: readonly string[];
  message: string;
}

const unknownKey =
  'Volcengine does not know this Access Key ID. Check it for a typo, and that the key is not disabled.';
const noPolicy = 'The key is valid, but its user lacks a permission';
const askForPolicy = 'Ask for a policy such as RTCFullAccess.';
const incomplete = 'Check the Endpoint: a gateway there must pass on the request with all of its headers.';
const noSuchCall =
  'Leave Endpoint empty, or, if it is a gateway for RTC alone, save the credential and try it with the node.';
const tryAgain = 'That says nothing about the keys. Test again in a minute.';

function throttled(what: string): string {
  return `Volcengine is receiving too many requests ${what}. ${tryAgain}`;
}

/**
 * The documented errors, as far as GetCallerIdentity or the gateway in front of it can answer them.
 *
 * @see https://www.volcengine.com/docs/6369/68677 and https://www.volcengine.com/docs/6348/412253
 */
export const refusals: readonly Refusal[] = [
  {
    codeN: 100001,
    codes: ['UndefinedError'],
    message: `Volcengine failed and does not say why. ${tryAgain}`,
  },
  {
    codeN: 100002,
    codes: ['MissingParameter'],
    message: `The query of the request arrived incomplete. ${incomplete}`,
  },
  {
    codeN: 100003,
    codes: ['MissingAuthenticationToken'],
    message: `The request arrived without its header Authorization. ${incomplete}`,
  },
  {
    codeN: 100004,
    codes: ['MissingRequestInfo'],
    message: `The request arrived without some of what the signature needs, such as its time. ${incomplete}`,
  },
  {
    codeN: 100005,
    codes: ['MissingSignature'],
    message: `The request arrived without its signature. ${incomplete}`,
  },
  {
    codeN: 100006,
    codes: ['InvalidTimestamp'],
    message:
      'The clock of the machine that runs n8n is off by more than 15 minutes. Set it, then test again.',
  },
  {
    codeN: 100007,
    codes: ['ServiceNotFound'],
    message: `The Endpoint does not know the service that says whom a key belongs to. ${noSuchCall}`,
  },
  {
    codeN: 100008,
    codes: ['InvalidActionOrVersion', 'UnknownAction', 'UnknownVersion'],
    message: `The Endpoint does not offer GetCallerIdentity, which says whom a key belongs to. ${noSuchCall}`,
  },
  { codeN: 100009, codes: ['InvalidAccessKey', 'InvalidClientTokenId'], message: unknownKey },
  {
    codeN: 100010,
    codes: ['SignatureDoesNotMatch'],
    message:
      'The Secret Access Key does not belong to this Access Key ID. Paste it again. If it is right, check whether the Endpoint or a proxy changes requests on their way.',
  },
  {
    codeN: 100011,
    message: 'The key is limited to the API of another service. Use a key of a user of the account.',
  },
  { codeN: 100012, codes: ['LackPolicy'], message: `${noPolicy}. ${askForPolicy}` },
  {
    codeN: 100013,
    codes: ['AccessDenied', 'AccessDenied.NoPermissionForApp', 'Unauthorized'],
    message: `The key is valid, but a policy denies it. ${askForPolicy}`,
  },
  { codeN: 100014, codes: ['InternalError'], message: `Volcengine has an internal error. ${tryAgain}` },
  {
    codeN: 100015,
    codes: ['FailToConnect'],
    message: `Volcengine's gateway did not reach the service behind it. ${tryAgain}`,
  },
  {
    codeN: 100016,
    codes: ['InternalServiceTimeout', 'RequestTimeout'],
    message: `The service behind Volcengine's gateway did not answer in time. ${tryAgain}`,
  },
  {
    codeN: 100017,
    codes: ['InnerApiNeedAccountInfo'],
    message:
      'The Endpoint leads to an internal API, past the gateway that checks signatures. Check the Endpoint.',
  },
  {
    codeN: 100018,
    codes: [
      'FlowLimitExceeded',
      'FlowLimitExceeded.QPSOverLimit',
      'InternalError.ReachRateLimit',
      'RateLimitExceeded',
    ],
    message: throttled('for this API'),
  },
  {
    codeN: 100019,
    codes: ['ServiceUnavailableTemp', 'ServiceUnavailable'],
    message: `Volcengine is temporarily unavailable. ${tryAgain}`,
  },
  {
    codeN: 100020,
    codes: ['MethodNotAllowed'],
    message: `The Endpoint does not allow GET requests, which the test sends. ${noSuchCall}`,
  },
  { codeN: 100021, codes: ['LackProjectPolicy'], message: `${noPolicy} for the project. ${askForPolicy}` },
  {
    codeN: 100023,
    codes: ['InternalServiceError'],
    message: `The service behind Volcengine's gateway failed. ${tryAgain}`,
  },
  {
    codeN: 100024,
    codes: ['InvalidAuthorization'],
    message:
      'The header Authorization was changed on its way. Check whether the Endpoint or a proxy did that, then the Access Key ID.',
  },
  {
    codeN: 100025,
    codes: ['InvalidCredential'],
    message:
      'Volcengine does not accept what the request was signed for: the key, the region and the service. Check Region and Endpoint, then the keys.',
  },
  {
    codeN: 100026,
    codes: ['InvalidSecretToken'],
    message:
      'The Session Token is wrong or has expired. Get new temporary keys, or leave it empty for permanent ones.',
  },
  { codeN: 100027, codes: ['AccountFlowLimitExceeded'], message: throttled('of this account') },
  {
    codeN: 100028,
    message: 'The user that the key belongs to no longer exists. Use the key of another user.',
  },
  { codeN: 100029, message: 'The role that the temporary keys belong to no longer exists. Get new ones.' },
  { codeN: 100030, message: 'The service is not offered in this region. Check Region and Endpoint.' },
  { codeN: 100031, message: 'Volcengine does not accept this address. Check the Endpoint.' },
  { codeN: 100032, message: 'Volcengine has blocked the request. Ask its support, with the Access Key ID.' },
  { codeN: 100033, message: 'The address belongs to another service or region. Check Endpoint and Region.' },
  { codeN: 100034, message: throttled('of this account at this moment') },
  { codeN: 100035, message: `The service is busy. ${tryAgain}` },
  { codeN: 100036, message: `Volcengine denies this key the request. ${askForPolicy}` },
];
