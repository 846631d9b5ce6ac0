import { sign } from './sign';

const keys = {
  accessKeyId: 'AKLTexample',
  secretAccessKey: 'secretExample',
  sessionToken: 'STSexample',
  region: 'ap-southeast-1',
  endpoint: '',
  appId: '666675',
};

test('a request goes to the host of the region and is signed for it', async () => {
  const { url, method, headers, body } = await sign({ action: 'BatchGetUser', body: '{}' }, keys);
  expect([url, method, String(body)]).toEqual([
    'https://open-ap-singapore-1.volcengineapi.com/?Action=BatchGetUser&Version=2020-12-01',
    'POST',
    '{}',
  ]);
  expect(headers.authorization).toMatch(/Credential=AKLTexample\/\d{8}\/ap-southeast-1\/rtc\/request, /);
  expect(headers['x-security-token']).toBe('STSexample');
});

test('the question who the caller is goes to STS and is signed for that', async () => {
  const request = {
    action: 'GetCallerIdentity',
    version: '2018-01-01',
    base: 'https://sts.volcengineapi.com',
  };
  const { url, method, headers } = await sign(request, keys);
  expect([url, method]).toEqual([
    'https://sts.volcengineapi.com/?Action=GetCallerIdentity&Version=2018-01-01',
    'GET',
  ]);
  expect(headers.authorization).toMatch(/\/ap-southeast-1\/sts\/request, /);
});

test('a clock that is ahead is in the date that is signed', async () => {
  const { headers } = await sign({ action: 'BatchGetUser', body: '{}', aheadMinutes: 24 * 60 }, keys);
  const [, year, month, day, hour] = /^(....)(..)(..)T(..)/.exec(headers['x-date'] ?? '') ?? [];
  const signedAt = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour));
  expect(signedAt - Date.now()).toBeGreaterThan(22 * 60 * 60_000);
});
