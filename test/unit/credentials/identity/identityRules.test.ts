import { identityRules } from '../../../../credentials/identity/identityRules';
import { firstProblem, problemOfStatus } from '../../../support/credentials/rules';

const verdict = (answer: unknown) => firstProblem(identityRules, answer);

function refusal(Code: string, CodeN = 1): unknown {
  return { ResponseMetadata: { RequestId: 'r', Error: { CodeN, Code, Message: 'm' } } };
}

test.each([
  ['UndefinedError', /does not say why.*Test again/],
  ['MissingParameter', /query.*incomplete.*Check the Endpoint/],
  ['MissingAuthenticationToken', /without its header Authorization.*Check the Endpoint/],
  ['MissingRequestInfo', /such as its time.*Check the Endpoint/],
  ['MissingSignature', /without its signature.*Check the Endpoint/],
  ['InvalidTimestamp', /clock/],
  ['ServiceNotFound', /does not know the service/],
  ['InvalidActionOrVersion', /does not offer GetCallerIdentity/],
  ['UnknownAction', /does not offer GetCallerIdentity/],
  ['UnknownVersion', /does not offer GetCallerIdentity/],
  ['InvalidAccessKey', /does not know this Access Key ID/],
  ['InvalidClientTokenId', /does not know this Access Key ID/],
  ['SignatureDoesNotMatch', /Secret Access Key does not belong/],
  ['LackPolicy', /lacks a permission.*RTCFullAccess/],
  ['AccessDenied', /policy denies it/],
  ['AccessDenied.NoPermissionForApp', /policy denies it/],
  ['Unauthorized', /policy denies it/],
  ['InternalError', /internal error.*Test again/],
  ['FailToConnect', /did not reach the service.*Test again/],
  ['InternalServiceTimeout', /did not answer in time.*Test again/],
  ['InnerApiNeedAccountInfo', /internal API.*Check the Endpoint/],
  ['FlowLimitExceeded', /too many requests.*Test again/],
  ['FlowLimitExceeded.QPSOverLimit', /too many requests.*Test again/],
  ['InternalError.ReachRateLimit', /too many requests.*Test again/],
  ['RateLimitExceeded', /too many requests.*Test again/],
  ['ServiceUnavailableTemp', /temporarily unavailable.*Test again/],
  ['MethodNotAllowed', /does not allow GET requests/],
  ['LackProjectPolicy', /lacks a permission for the project/],
  ['InternalServiceError', /failed.*Test again/],
  ['InvalidAuthorization', /was changed on its way/],
  ['InvalidCredential', /Check Region and Endpoint, then the keys/],
  ['InvalidSecretToken', /Session Token is wrong or has expired/],
  ['AccountFlowLimitExceeded', /too many requests of this account.*Test again/],
])('the refusal %s is explained', (code, message) => {
  expect(verdict(refusal(code))).toMatch(message);
});

test.each([
  [100011, /limited to the API of another service/],
  [100028, /user .* no longer exists/],
  [100029, /role .* no longer exists/],
  [100030, /not offered in this region/],
  [100031, /Check the Endpoint/],
  [100032, /blocked/],
  [100033, /another service or region/],
  [100034, /too many requests/],
  [100035, /busy/],
  [100036, /denies this key/],
])('the refusal number %d, whose code is not documented, is explained', (codeN, message) => {
  expect(verdict(refusal('Whatever', codeN))).toMatch(message);
});

test('a refusal whose code this version does not know is told by its number', () => {
  expect(verdict(refusal('InvalidKeyOfTheFuture', 100009))).toMatch(/does not know this Access Key ID/);
});

test('a code says more than a number', () => {
  expect(verdict(refusal('InvalidTimestamp', 100009))).toMatch(/clock/);
});

test('what is wrong with a key, and what says nothing about it, is told apart', () => {
  const codes = [
    'InvalidAccessKey',
    'SignatureDoesNotMatch',
    'InvalidSecretToken',
    'InvalidTimestamp',
    'InvalidCredential',
    'FlowLimitExceeded',
    'InternalError',
    'Whatever',
  ];
  const verdicts = [...codes.map((code) => verdict(refusal(code))), verdict('<html>')];
  expect(new Set(verdicts).size).toBe(verdicts.length);
});

test('a success meets no rule', () => {
  const result = { AccountId: 2100000001, Trn: 'trn:iam::2100000001:root', IdentityType: 'Account' };
  expect(verdict({ ResponseMetadata: { RequestId: 'r' }, Result: result })).toBeUndefined();
});

test.each([
  ['a page of HTML', '<html><body>Welcome</body></html>'],
  ['an empty text', ''],
  ['an empty object', {}],
  ['null', null],
  ['a number', 7],
  ['no answer at all', undefined],
  ['JSON of another service', { Result: { AccountId: 1 }, status: 'ok' }],
  ['metadata of null', { ResponseMetadata: null, Result: { AccountId: 1 } }],
])("%s is not Volcengine's answer", (_case, answer) => {
  expect(verdict(answer)).toMatch(/not Volcengine's.*Check the Endpoint.*proxy/);
});

test.each([
  ['a refusal of an unknown code', refusal('Whatever')],
  ['a refusal without a code', { ResponseMetadata: { Error: {} } }],
  ['an answer without a result', { ResponseMetadata: {} }],
  ['a result of null', { ResponseMetadata: {}, Result: null }],
  ['an answer without an account', { ResponseMetadata: { RequestId: 'r' }, Result: {} }],
  ['an account of null', { ResponseMetadata: {}, Result: { AccountId: null } }],
  ['an empty account', { ResponseMetadata: {}, Result: { AccountId: '' } }],
  ['the account 0', { ResponseMetadata: {}, Result: { AccountId: 0 } }],
])('%s is an error that is not known, and no success', (_case, answer) => {
  expect(verdict(answer)).toMatch(/error that this version does not know/);
});

test('the last rules turn away what is not an answer and what names no account', () => {
  expect(identityRules.slice(-2).map(({ properties }) => properties)).toEqual([
    { key: 'ResponseMetadata', value: undefined, message: expect.stringMatching(/not Volcengine's/) },
    { key: 'Result.AccountId', value: undefined, message: expect.stringMatching(/does not know/) },
  ]);
});

test.each([301, 302, 303, 307, 308])('a redirect (%d) is explained', (status) => {
  expect(problemOfStatus(identityRules, status)).toMatch(`redirect (HTTP ${status})`);
});
