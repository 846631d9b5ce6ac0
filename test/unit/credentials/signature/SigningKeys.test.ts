import { signingKey } from '../../../../credentials/signature/signingKey';
import { SigningKeys } from '../../../../credentials/signature/SigningKeys';

const scope = { region: 'cn-north-1', service: 'rtc' };
const xDate = '20240229T235959Z';

test('a key is derived once a day', () => {
  const keys = new SigningKeys();
  const first = keys.of('secret', xDate, scope);
  expect(keys.of('secret', '20240229T000000Z', { ...scope })).toBe(first);
});

test.each([
  ['secret', 'other', xDate, scope],
  ['day', 'secret', '20240301T000000Z', scope],
  ['region', 'secret', xDate, { ...scope, region: 'ap-southeast-1' }],
  ['service', 'secret', xDate, { ...scope, service: 'sts' }],
  ['border between region and service', 'secret', xDate, { region: 'cn-north-1r', service: 'tc' }],
])('another %s has a key of its own', (_what, ...made) => {
  const keys = new SigningKeys();
  keys.of('secret', xDate, scope);
  expect(keys.of(...made)).toEqual(signingKey(...made));
  expect(keys.of('secret', xDate, scope)).toEqual(signingKey('secret', xDate, scope));
});

test('however many secrets sign, each has its own key, and few of them are kept', () => {
  const keys = new SigningKeys();
  const secrets = Array.from({ length: 200 }, (_, index) => `secret ${index}`);
  const first = secrets.map((secret) => keys.of(secret, xDate, scope));
  expect(first).toEqual(secrets.map((secret) => signingKey(secret, xDate, scope)));
  const kept = secrets.filter((secret, index) => keys.of(secret, xDate, scope) === first[index]);
  expect(kept.length).toBeLessThanOrEqual(50);
});

test.each([
  [50, true],
  [51, false],
])('the keys of %i secrets are all kept: %p', (count, areKept) => {
  const keys = new SigningKeys();
  const secrets = Array.from({ length: count }, (_, index) => `secret ${index}`);
  const first = secrets.map((secret) => keys.of(secret, xDate, scope));
  const again = secrets.map((secret) => keys.of(secret, xDate, scope));
  expect(again.every((key, index) => key === first[index])).toBe(areKept);
});

test('no key outlives its day', () => {
  const keys = new SigningKeys();
  const first = keys.of('secret', xDate, scope);
  keys.of('secret', '20240301T000000Z', scope);
  expect(keys.of('secret', xDate, scope)).not.toBe(first);
});
