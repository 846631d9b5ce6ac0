import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import { apiSend } from '../../../nodes/VolcengineRtc/transport/apiSend';
import { processEnvironment } from '../../../nodes/VolcengineRtc/transport/environment';
import type { Reply } from '../../../nodes/VolcengineRtc/transport/send';
import { limiterAt0 } from './limits';

const settings = {
  timeoutMs: 1000,
  maxRequestsPerSecond: 50,
  maxInFlight: 60,
  stopped: new AbortController().signal,
};

/** Sends a call that fails with a message; with the limiters that were asked for. */
async function send(credentials: ICredentialDataDecryptedObject, message: string) {
  const [clock, limiter] = limiterAt0();
  const limiterOf = jest.fn(() => limiter);
  const context = {
    getCredentials: async () => credentials,
    helpers: {
      httpRequestWithAuthentication: async () => {
        throw Object.assign(new Error(message), { code: 'EPIPE' });
      },
    },
  } as unknown as IExecuteFunctions;
  const environment = { ...processEnvironment, clock, limiterOf };
  const call = await apiSend(
    context,
    { action: 'RegisterUsers', requestsPerSecond: 50 },
    settings,
    environment,
  );
  const reply = await call({ action: 'RegisterUsers', version: '2020-12-01', body: '{}' });
  return { limiters: limiterOf.mock.calls, reply: reply as Extract<Reply, { kind: 'unreachable' }> };
}

test('executions share the limiter of the access key as it is, without blanks around it', async () => {
  const { limiters } = await send(
    { accessKeyId: ' key\n', secretAccessKey: 's3cret', region: 'cn-north-1' },
    '',
  );
  expect(limiters).toEqual([['key', 'cn-north-1', 'RegisterUsers', 50]]);
});

test('executions share the limiter of the host that an Endpoint names, whatever the region', async () => {
  const key = { accessKeyId: 'key', secretAccessKey: 's3cret', region: 'cn-north-1' };
  const { limiters } = await send({ ...key, endpoint: ' https://Gateway.example:8443/rtc/ ' }, '');
  expect(limiters).toEqual([['key', 'gateway.example:8443', 'RegisterUsers', 50]]);
});

test('all parts of the key stay hidden, also where they were pasted with blanks', async () => {
  const parts = { accessKeyId: 'key1 ', secretAccessKey: ' s3cret', sessionToken: 't0ken\n' };
  const { reply } = await send(parts, 'key1 s3cret t0ken');
  expect(reply.message).toBe('*** *** ***');
});

test('a key without a session token hides nothing but itself', async () => {
  const { reply } = await send({ accessKeyId: 'key1', secretAccessKey: 's3cret' }, 'key1 is undefined');
  expect(reply.message).toBe('*** is undefined');
});
