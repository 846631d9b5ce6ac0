/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a stream of Node's to refuse */
import { PassThrough } from 'node:stream';
import { CannotSignError } from '../../../credentials/request/CannotSignError';
import { authenticate, credentials } from '../../support/credentials/signing';

test.each<[string, object]>([
  [
    'a stream under the form type',
    { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new PassThrough() },
  ],
  ['a stream of the web', { body: new ReadableStream() }],
  ['a Blob', { body: new Blob(['a']) }],
])('%s is refused', async (_kind, options) => {
  await expect(authenticate({ method: 'POST', url: '/', ...options })).rejects.toThrow(CannotSignError);
});

test('basic authentication does not take the place of the signature', async () => {
  const signed = await authenticate({ url: '/', auth: { username: 'a', password: 'b' } });
  expect(signed.auth).toBeUndefined();
});

test.each(['https://gateway.example.com/#/', 'https://gateway.example.com/?tenant=1'])(
  'the endpoint %s does not swallow the query of a request',
  async (endpoint) => {
    const signed = await authenticate({ url: '/?Action=A' }, { ...credentials, endpoint }).catch(
      () => undefined,
    );
    if (signed !== undefined) expect(new URL(signed.url).searchParams.get('Action')).toBe('A');
  },
);

test('an address of another scheme is not signed', async () => {
  await expect(authenticate({ url: 'ftp://example.com/x' })).rejects.toThrow(CannotSignError);
});

test('a base URL of empty text is none', async () => {
  expect((await authenticate({ url: '/', baseURL: '' })).url).toBe('https://rtc.volcengineapi.com/');
});
