import type {
  IAuthenticateRuleResponseCode,
  IAuthenticateRuleResponseSuccessBody,
  ICredentialTestRequest,
} from 'n8n-workflow';
import { refusals } from './refusals';

/** The answers that are redirects. n8n hands over neither their headers nor where they lead. */
export const redirectStatuses = [301, 302, 303, 307, 308];

const errorCode = 'ResponseMetadata.Error.Code';
const errorNumber = 'ResponseMetadata.Error.CodeN';
const account = 'Result.AccountId';

const notVolcengine =
  "The answer is not Volcengine's. Check the Endpoint, and whether a proxy, a sign-in page or a redirect is in between.";
const unknownError =
  'Volcengine answered with an error that this version does not know. Check Region and Endpoint, then the keys.';

/**
 * What GetCallerIdentity's answer says about a key, first match first.
 *
 * n8n compares with `===` and takes an answer that no rule matches for a success. So the last rules turn away whatever
 * names no account.
 *
 * @see https://www.volcengine.com/docs/6257/1902650
 */
export const identityRules = [
  ...redirectStatuses.map(redirected),
  ...refusals.flatMap(({ codes = [], message }) => codes.map((code) => inBody(errorCode, code, message))),
  ...refusals.map(({ codeN, message }) => inBody(errorNumber, codeN, message)),
  ...[null, '', 0, false].map((none) => inBody(account, none, unknownError)),
  inBody('ResponseMetadata', null, notVolcengine),
  inBody('ResponseMetadata', undefined, notVolcengine),
  inBody(account, undefined, unknownError),
] as NonNullable<ICredentialTestRequest['rules']>;

function redirected(status: number): IAuthenticateRuleResponseCode {
  const message = `The address answers with a redirect (HTTP ${status}), which a signed request does not follow: a signature holds for one host. If you trust the address that it leads to, enter that as Endpoint.`;
  return { type: 'responseCode', properties: { value: status, message } };
}

function inBody(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
  return { type: 'responseSuccessBody', properties: { key, value, message } };
}
