import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';

const codes: Readonly<Record<string, string>> = {
  InvalidAccessKey:
    'Volcengine does not know this Access Key ID. Check it for a typo, and that the key is not disabled.',
  InvalidClientTokenId:
    'Volcengine does not know this Access Key ID. Check it for a typo, and that the key is not disabled.',
  SignatureDoesNotMatch: 'The Secret Access Key does not belong to this Access Key ID. Paste it again.',
  InvalidSecretToken:
    'The Session Token is wrong or has expired. Get new temporary keys, or leave it empty for permanent ones.',
  InvalidTimestamp:
    'The clock of the machine that runs n8n is off by more than 15 minutes. Set it, then test again.',
  AccessDenied: 'The key is valid, but a policy denies it. Ask for a policy such as RTCFullAccess.',
};

/**
 * What GetCallerIdentity's answer tells about a key, first match first.
 *
 * The last rule catches every answer that is no success: n8n compares with `===`, and only a success names an account.
 *
 * @see https://www.volcengine.com/docs/6257/1902650
 */
export const identityRules: IAuthenticateRuleResponseSuccessBody[] = [
  ...Object.entries(codes).map(([code, message]) => rule('ResponseMetadata.Error.Code', code, message)),
  rule(
    'Result.AccountId',
    undefined,
    'The answer is not one of the Volcengine OpenAPI. Check the Endpoint, and whether a proxy stands in between.',
  ),
];

function rule(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
  return { type: 'responseSuccessBody', properties: { key, value, message } };
}
