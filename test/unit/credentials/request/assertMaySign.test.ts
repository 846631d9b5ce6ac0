import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import { authenticate, credentials, isSignedAsSent } from '../../../support/credentials/signing';

const endpoint = 'http://gateway.example.com:8080/rtc';

async function signs(url: string, given: object = { endpoint }): Promise<boolean> {
  const signed = await authenticate({ url }, { ...credentials, ...given }).catch((error: unknown) => error);
  if (!(signed instanceof Error)) return isSignedAsSent(signed as Awaited<ReturnType<typeof authenticate>>);
  expect(signed).toBeInstanceOf(CannotSignError);
  return false;
}

test.each([
  'https://rtc.volcengineapi.com/',
  'https://open-ap-singapore-1.volcengineapi.com/',
  'https://sts.byteplusapi.com/',
  'https://ecs.cn-beijing.volcengineapi.com/',
  'https://ml_platform.volcengineapi.com/',
  'HTTPS://RTC.VolcengineAPI.Com/',
  'https://rtc.volcengineapi.com:443/',
  'https://rtc.volcengineapi.com:8443/',
  // A URL parser reads these as the same host, and so does what is sent.
  'https://ｒｔｃ．ｖolcengineapi。com/',
  'https://rtc%2Evolcengineapi%2Ecom/',
])('%s is signed, as a host of Volcengine or BytePlus', async (url) => {
  expect(await signs(url)).toBe(true);
});

test.each([
  'http://gateway.example.com:8080/',
  'http://GATEWAY.example.com:8080/another/path?a=1',
  '/?Action=A',
])("%s is signed, as the credential's own Endpoint", async (url) => {
  expect(await signs(url)).toBe(true);
});

test.each([
  ['an address without TLS', 'http://rtc.volcengineapi.com/'],
  ['the domain alone', 'https://volcengineapi.com/'],
  ['a domain that ends alike', 'https://evilvolcengineapi.com/'],
  ['a domain that ends alike, with a hyphen', 'https://rtc-volcengineapi.com/'],
  ['a domain that begins alike', 'https://rtc.volcengineapi.com.evil.example/'],
  ['a host that ends in a dot', 'https://rtc.volcengineapi.com./'],
  ['a host without a service', 'https://.volcengineapi.com/'],
  ['a host with an empty label', 'https://rtc..volcengineapi.com/'],
  ['another top-level domain', 'https://rtc.volcengineapi.cn/'],
  ['a Cyrillic letter', 'https://rtc.vоlcengineapi.com/'],
  ['a user name', 'https://rtc.volcengineapi.com@evil.example/'],
  ['a user name and a password', 'https://rtc.volcengineapi.com:443@evil.example/'],
  ['a user name before a right host', 'https://ann@rtc.volcengineapi.com/'],
  ['a backslash', 'https://evil.example\\.volcengineapi.com/'],
  ['a fragment', 'https://evil.example#.volcengineapi.com/'],
  ['a query', 'https://evil.example?.volcengineapi.com/'],
  ['a path', 'https://evil.example/.volcengineapi.com/'],
  ['an escaped slash', 'https://evil.example%2f.volcengineapi.com/'],
  ['an IPv4 address', 'https://127.0.0.1/'],
  ['an IPv6 address', 'https://[::1]/'],
  ['one slash', 'https:/evil.example/'],
  ['no slash', 'https:evil.example/'],
  ['another port than its Endpoint', 'http://gateway.example.com:8081/'],
  ['the port of its scheme in place of that of its Endpoint', 'http://gateway.example.com/'],
  ['another scheme than its Endpoint', 'https://gateway.example.com:8080/'],
  ['a host beside its Endpoint', 'http://gateway.example.com.evil.example:8080/'],
  ['a host below its Endpoint', 'http://a.gateway.example.com:8080/'],
  ['a base URL of a stranger', 'https://evil.example/'],
])('%s is not signed: %s', async (_case, url) => {
  expect(await signs(url)).toBe(false);
  expect(await signs(url, {})).toBe(false);
});

test.each(['https://evil.example', 'https://', 'https:/', 'http://rtc.volcengineapi.com'])(
  'a base URL %s with a path that looks like a host is not signed',
  async (baseURL) => {
    const signing = authenticate({ url: '/evil.example/?Action=A', baseURL });
    await expect(signing).rejects.toThrow(CannotSignError);
  },
);

test('an Endpoint of a scheme alone leads to no host that a request names', async () => {
  for (const endpoint of ['https://', 'https:', 'https:/']) {
    const signing = authenticate({ url: '/evil.example/' }, { ...credentials, endpoint });
    await expect(signing).rejects.toThrow(/is not a web address.*Endpoint/);
  }
});

test('the refusal names the address, who is signed for, and Endpoint as the way', async () => {
  const signing = authenticate({ url: 'https://evil.example:8443/path?secret=1' });
  await expect(signing).rejects.toThrow(
    /^The credential does not sign requests to https:\/\/evil\.example:8443, only to .*\*\.volcengineapi\.com, \*\.byteplusapi\.com.*enter it as the credential's Endpoint/,
  );
});

test('the refusal shows neither the keys nor the token', async () => {
  const given = { ...credentials, sessionToken: 'STStoken' };
  const error = await authenticate({ url: 'https://evil.example/' }, given).catch(String);
  expect(error).not.toMatch(/AKLT|secretExample|STStoken/);
});
