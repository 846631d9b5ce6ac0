import { CannotSignError } from '../../../credentials/request/CannotSignError';
import { authenticate, credentials, isSignedAsSent } from '../../support/credentials/signing';

const request = { method: 'POST' as const, url: '/?Action=A', body: '{}' };

test.each(['accessKeyId', 'secretAccessKey', 'sessionToken', 'region', 'endpoint'])(
  'white space pasted around %s is trimmed',
  async (field) => {
    const given: Record<string, string> = {
      ...credentials,
      sessionToken: 'token',
      region: 'ap-southeast-1',
      endpoint: 'https://gateway.example.com',
    };
    const date = { now: new Date('2025-03-29T18:09:37Z') };
    jest.useFakeTimers(date);
    const padded = await authenticate(request, { ...given, [field]: ` \t${given[field]}\r\n` });
    const plain = await authenticate(request, given);
    jest.useRealTimers();
    expect(padded).toEqual(plain);
  },
);

test.each([
  ['no Access Key ID', { accessKeyId: '' }, /Access Key ID/],
  ['an Access Key ID of white space', { accessKeyId: '  ' }, /Access Key ID/],
  ['an Access Key ID that is no text', { accessKeyId: 7 }, /Access Key ID/],
  ['no Secret Access Key', { secretAccessKey: '' }, /Secret Access Key/],
  ['a Secret Access Key of white space', { secretAccessKey: '\n' }, /Secret Access Key/],
  ['white space inside the Access Key ID', { accessKeyId: 'AK LT' }, /Access Key ID.*white space/],
  ['a line feed inside the Session Token', { sessionToken: 'a\nb' }, /Session Token.*white space/],
  ['a line feed inside the Region', { region: 'cn\nnorth-1' }, /Region.*white space/],
  ['Chinese text as Session Token', { sessionToken: '令牌' }, /Session Token/],
])('a credential with %s signs nothing and says so', async (_case, fields, message) => {
  const signing = authenticate(request, { ...credentials, ...fields });
  await expect(signing).rejects.toThrow(CannotSignError);
  await expect(signing).rejects.toThrow(message);
});

test('a refusal to sign shows neither the secret nor the token', async () => {
  const given = { accessKeyId: 'AKLT x', secretAccessKey: 'hidden', sessionToken: 'also hidden' };
  const error = await authenticate(request, given).catch((reason: unknown) => reason);
  expect(String(error)).not.toMatch(/hidden|AKLT/);
});

test('a session token is sent and signed', async () => {
  const signed = await authenticate(request, { ...credentials, sessionToken: 'token' });
  expect(signed.headers['x-security-token']).toBe('token');
  expect(signed.headers.authorization).toContain(
    'SignedHeaders=content-type;host;x-content-sha256;x-date;x-security-token',
  );
  expect(isSignedAsSent(signed)).toBe(true);
});

test('without a session token no such header is sent', async () => {
  const signed = await authenticate(request, { ...credentials, sessionToken: ' ' });
  expect(Object.keys(signed.headers)).not.toContain('x-security-token');
});
