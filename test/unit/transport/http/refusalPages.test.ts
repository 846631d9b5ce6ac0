import type { IExecuteFunctions } from 'n8n-workflow';
import { httpSend } from '../../../../nodes/VolcengineRtc/transport/http/httpSend';
import { Deadlines } from '../../../../nodes/VolcengineRtc/transport/time/Deadlines';
import type { Reply } from '../../../../nodes/VolcengineRtc/transport/send';
import { VirtualClock } from '../../../support/time/virtualClock';

const mostReplyBytes = 1000;
const { signal: runsOn } = new AbortController();

/** The reply to a call whose answer has this status, and a body that breaks off after these chunks. */
async function replyTo(
  statusCode: number,
  body: AsyncIterable<Uint8Array>,
  type = 'text/html',
): Promise<Reply> {
  const response = {
    statusCode,
    headers: { 'content-type': type, via: '1.1 proxy.example.com' },
    body: Object.assign(body, { destroy() {} }),
  };
  const context = { helpers: { httpRequestWithAuthentication: async () => response } };
  const send = httpSend(
    context as unknown as IExecuteFunctions,
    {
      timeoutMs: 1000,
      secrets: { accessKeyId: '', secretAccessKey: '', sessionToken: '' },
      mostReplyBytes,
      deadlines: new Deadlines(new VirtualClock(), 1000, runsOn),
    },
    () => 0,
  );
  return await send(
    { action: 'RegisterUsers', version: '2020-12-01', body: '{}', readResult: () => new Map() },
    runsOn,
  );
}

async function* cutOff(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text);
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

async function* tooLong(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(mostReplyBytes + 1, '<');
}

const bodies = {
  'breaks off after the head': () => cutOff(''),
  'breaks off in the middle': () => cutOff('<html><body>Access'),
  'is too large': tooLong,
};

describe.each(Object.entries(bodies))('an answer whose body %s', (_, body) => {
  test.each([302, 400, 403, 404, 405, 407])('has not passed the request on, with HTTP %d', async (status) => {
    expect(await replyTo(status, body())).toMatchObject({
      httpStatus: status,
      proxyHost: 'proxy.example.com',
      error: { meaning: 'notVolcengine', code: 'NotVolcengine' },
    });
  });

  test.each([408, 500, 502, 503, 504])('may have passed it on, with HTTP %d', async (status) => {
    expect(await replyTo(status, body())).toMatchObject({
      httpStatus: status,
      error: { meaning: 'foreignPage' },
    });
  });

  test('is throttled with HTTP 429, and halved with 413', async () => {
    expect(await replyTo(429, body())).toMatchObject({ error: { meaning: 'throttled' } });
    expect(await replyTo(413, body())).toMatchObject({ error: { meaning: 'rejectedRequest' } });
  });
});

test.each([400, 403, 500])('JSON that breaks off may be of the service, with HTTP %d', async (status) => {
  const reply = await replyTo(status, cutOff('{"ResponseMetadata":{"Error":{"Co'), 'application/json');
  expect(reply).toMatchObject({ error: { meaning: 'noAnswer', code: 'ECONNRESET' } });
});

test('a result that breaks off is no answer, and one that is too large is not understood', async () => {
  expect(await replyTo(200, cutOff('{"Resp'))).toMatchObject({
    error: { meaning: 'noAnswer', code: 'ECONNRESET' },
  });
  expect(await replyTo(200, tooLong())).toMatchObject({ httpStatus: 200, error: { meaning: 'foreignPage' } });
});
