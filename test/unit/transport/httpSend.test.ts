import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { processEnvironment } from '../../../nodes/VolcengineRtc/transport/environment';
import { httpSend } from '../../../nodes/VolcengineRtc/transport/httpSend';
import { VirtualClock } from '../virtualClock';

const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{"AppId":7}' };
const environment = { ...processEnvironment, clock: new VirtualClock(), wallNow: () => 60_000 };
const secrets = ['s3cret'];

/** n8n's helper, which answers as it is told. */
function contextOf(helper: (credential: string, options: IHttpRequestOptions) => Promise<unknown>) {
  return { helpers: { httpRequestWithAuthentication: helper } } as unknown as IExecuteFunctions;
}

function responseOf(body: string, statusCode = 200, headers: Record<string, string> = {}) {
  const destroy = jest.fn();
  return { statusCode, headers, body: { [Symbol.asyncIterator]: () => chunksOf(body), destroy } };
}

async function* chunksOf(body: string) {
  yield Buffer.from(body);
}

const metadata = { RequestId: 'r1', Error: { Code: 'Odd', Message: 'key s3cret' } };

test('a call is made with what n8n needs to sign it and to hand its answer on', async () => {
  const helper = jest.fn(async () => responseOf('{"ResponseMetadata":{}}'));
  await httpSend(contextOf(helper), { timeoutMs: 1234, secrets }, environment)(request);
  expect(helper.mock.calls).toEqual([
    [
      'volcengineRtcApi',
      {
        method: 'POST',
        url: '/?Action=RegisterUsers&Version=2020-12-01',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: '{"AppId":7}',
        timeout: 1234,
        encoding: 'stream',
        returnFullResponse: true,
        ignoreHttpStatusErrors: true,
        disableFollowRedirect: true,
      },
    ],
  ]);
});

test('an answer comes with what its headers say, and without secrets', async () => {
  const headers = { 'retry-after': '3', date: 'Thu, 01 Jan 1970 00:00:30 GMT' };
  const response = responseOf(
    JSON.stringify({ ResponseMetadata: metadata, Result: ['s3cret'] }),
    400,
    headers,
  );
  const send = httpSend(
    contextOf(async () => response),
    { timeoutMs: 1000, secrets },
    environment,
  );
  expect(await send(request)).toEqual({
    kind: 'answered',
    httpStatus: 400,
    requestId: 'r1',
    error: { code: 'Odd', message: 'key ***' },
    result: ['***'],
    retryAfterMs: 3000,
    clockAheadMs: 30_000,
  });
  expect(response.body.destroy).toHaveBeenCalled();
});

test('what is no answer of the API tells nothing by its headers either', async () => {
  const response = responseOf('<html>', 200, { 'retry-after': '3' });
  const send = httpSend(
    contextOf(async () => response),
    { timeoutMs: 1000, secrets },
    environment,
  );
  expect(await send(request)).toStrictEqual({
    kind: 'unreadable',
    httpStatus: 200,
    reason: 'it is not the JSON that the Volcengine OpenAPI answers with',
  });
});

test('a failure of the network is a value, without secrets', async () => {
  const failing = async () => {
    throw Object.assign(new Error('to s3cret'), { code: 'EPIPE' });
  };
  const send = httpSend(contextOf(failing), { timeoutMs: 1000, secrets }, environment);
  expect(await send(request)).toEqual({
    kind: 'unreachable',
    code: 'EPIPE',
    message: 'to ***',
    mayHaveArrived: true,
  });
});

test.each([
  ['no answer has come', async () => await new Promise<never>(() => {})],
  [
    'the answer is still being read',
    async () => ({ ...responseOf(''), body: { [Symbol.asyncIterator]: () => silence(), destroy() {} } }),
  ],
])('a call throws as soon as the execution is cancelled, though %s', async (_kind, helper) => {
  const cancel = new AbortController();
  const settings = { timeoutMs: 1000, secrets, cancelled: cancel.signal };
  const sending = httpSend(contextOf(helper), settings, environment)(request);
  cancel.abort(new Error('cancelled'));
  await expect(sending).rejects.toThrow('cancelled');
});

async function* silence(): AsyncGenerator<Uint8Array> {
  await new Promise<never>(() => {});
  yield Buffer.from('');
}
