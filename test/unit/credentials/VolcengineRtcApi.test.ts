import { authenticate } from '../../support/credentials/signing';
import { registrationVectors } from '../../support/credentials/vectors';

afterEach(() => jest.useRealTimers());

test.each(registrationVectors)('$name leaves n8n with the documented signature', async (vector) => {
  const { key, scope, date, headers, body, signature } = vector;
  jest.useFakeTimers({ now: date });
  const signed = await authenticate(
    {
      method: 'POST',
      url: '/?Action=RegisterUsers&Version=2020-12-01',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      returnFullResponse: true,
    },
    { ...key, region: scope.region },
  );
  const names = Object.keys(headers).sort().join(';');
  expect(signed).toEqual({
    method: 'POST',
    url: `https://${headers.host}/?Action=RegisterUsers&Version=2020-12-01`,
    headers: {
      ...headers,
      Accept: 'application/json',
      authorization: `HMAC-SHA256 Credential=${key.accessKeyId}/20250329/${scope.region}/rtc/request, SignedHeaders=${names}, Signature=${signature}`,
    },
    body: Buffer.from(body),
    returnFullResponse: true,
    disableFollowRedirect: true,
    followRedirect: false,
    followAllRedirects: false,
    maxRedirects: 0,
  });
  expect(signed.body).toHaveLength(111);
});
