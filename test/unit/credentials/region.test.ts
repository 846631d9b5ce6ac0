import { endpointOf, scopeOf } from '../../../credentials/region';
import { authenticate, credentials, isSignedAsSent } from '../../support/credentials/signing';

test.each([
  ['cn-north-1', 'https://rtc.volcengineapi.com'],
  ['ap-southeast-1', 'https://open-ap-singapore-1.volcengineapi.com'],
  ['elsewhere', 'https://rtc.volcengineapi.com'],
])('the endpoint of %s is %s', (region, endpoint) => {
  expect(endpointOf(region)).toBe(endpoint);
});

test.each([
  ['rtc.volcengineapi.com', 'rtc'],
  ['sts.volcengineapi.com', 'sts'],
  ['iam.volcengineapi.com', 'iam'],
  ['sts.byteplusapi.com', 'sts'],
  ['ml_platform.volcengineapi.com', 'ml_platform'],
  ['opensearch.volcengineapi.com', 'opensearch'],
  ['open.volcengineapi.com', 'rtc'],
  ['open.byteplusapi.com', 'rtc'],
  ['open-ap-singapore-1.byteplusapi.com', 'rtc'],
  ['ecs.cn-beijing.volcengineapi.com', 'rtc'],
  ['open-ap-singapore-1.volcengineapi.com', 'rtc'],
  ['127.0.0.1', 'rtc'],
  ['localhost', 'rtc'],
  ['gateway.example.com', 'rtc'],
  ['sts.volcengineapi.com.example.com', 'rtc'],
  ['sts-volcengineapi.com', 'rtc'],
  ['volcengineapi.com', 'rtc'],
  ['.volcengineapi.com', 'rtc'],
  ['evilvolcengineapi.com', 'rtc'],
])('%s is signed for the service %s', (hostname, service) => {
  expect(scopeOf(hostname, 'cn-north-1')).toEqual({ region: 'cn-north-1', service });
});

test.each([
  ['https://sts.volcengineapi.com/?Action=GetCallerIdentity', 'cn-north-1/sts'],
  ['https://STS.volcengineapi.com/?Action=GetCallerIdentity', 'cn-north-1/sts'],
  ['https://sts.byteplusapi.com/?Action=GetCallerIdentity', 'cn-north-1/sts'],
  ['http://127.0.0.1:4000/?Action=GetCallerIdentity', 'cn-north-1/rtc'],
])('a request to %s carries the scope %s', async (url, scope) => {
  const signed = await authenticate({ url }, { ...credentials, endpoint: 'http://127.0.0.1:4000' });
  expect(signed.headers.authorization).toMatch(new RegExp(`/\\d{8}/${scope}/request, `));
  expect(isSignedAsSent(signed)).toBe(true);
});

test('the region of the credential is in the scope, whatever the endpoint', async () => {
  const given = { ...credentials, region: 'ap-southeast-1', endpoint: 'https://gateway.example.com' };
  const signed = await authenticate({ url: '/' }, given);
  expect(signed.headers.authorization).toContain('/ap-southeast-1/rtc/request');
  expect(signed.headers.host).toBe('gateway.example.com');
});
