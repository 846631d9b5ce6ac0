import { identityRules } from '../../../credentials/identityRules';
import { firstProblem } from './rules';

const verdict = (answer: unknown) => firstProblem(identityRules, answer);

function refusal(code: string): unknown {
  return { ResponseMetadata: { RequestId: 'r', Error: { CodeN: 1, Code: code, Message: 'm' } } };
}

test.each([
  ['InvalidAccessKey', /does not know this Access Key ID/],
  ['InvalidClientTokenId', /does not know this Access Key ID/],
  ['SignatureDoesNotMatch', /Secret Access Key does not belong/],
  ['InvalidSecretToken', /Session Token is wrong or has expired/],
  ['InvalidTimestamp', /clock/],
  ['AccessDenied', /policy/],
])('the refusal %s is explained', (code, message) => {
  expect(verdict(refusal(code))).toMatch(message);
});

test('unknown key, wrong secret, expired token and a clock that is off are told apart', () => {
  const codes = ['InvalidAccessKey', 'SignatureDoesNotMatch', 'InvalidSecretToken', 'InvalidTimestamp'];
  expect(new Set(codes.map((code) => verdict(refusal(code)))).size).toBe(codes.length);
});

test('a success meets no rule', () => {
  const result = { AccountId: 2100000001, Trn: 'trn:iam::2100000001:root', IdentityType: 'Account' };
  expect(verdict({ ResponseMetadata: { RequestId: 'r' }, Result: result })).toBeUndefined();
});

test.each([
  ['a page of HTML', '<html><body>Welcome</body></html>'],
  ['an empty object', {}],
  ['no answer at all', undefined],
  ['a refusal of an unknown code', refusal('Whatever')],
  ['an answer without an account', { ResponseMetadata: { RequestId: 'r' }, Result: {} }],
])('%s is no success', (_case, answer) => {
  expect(verdict(answer)).toMatch(/not one of the Volcengine OpenAPI/);
});
