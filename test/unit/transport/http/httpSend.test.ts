import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { failedInfosReader } from '../../../../nodes/VolcengineRtc/operations/results/failedInfos';
import { type CallSettings, httpSend } from '../../../../nodes/VolcengineRtc/transport/http/httpSend';
import type { ReplyHeaders } from '../../../../nodes/VolcengineRtc/transport/http/replyHeaders';
import { Deadlines } from '../../../../nodes/VolcengineRtc/transport/time/Deadlines';
import type { ApiRequest, Reply } from '../../../../nodes/VolcengineRtc/transport/send';
import { VirtualClock } from '../../../support/time/virtualClock';

const request = {
  action: 'RegisterUsers',
  version: '2020-12-01',
  body: '{"AppId":7}',
  readResult: (result: unknown) => failedInfosReader()(result) ?? { problem: 'it is odd' },
};
const { signal: runsOn } = new AbortController();
const never = new Promise<never>(() => {});

function settingsOn(clock: VirtualClock): CallSettings {
  return {
    timeoutMs: 1000,
    secrets: { accessKeyId: '', secretAccessKey: 's3cret-s3cret', sessionToken: '' },
    mostReplyBytes: 1000,
    deadlines: new Deadlines(clock, 1000, new AbortController().signal),
  };
}

type Helper = (credential: string, options: IHttpRequestOptions) => Promise<unknown>;

/** Sends a call through a helper that answers as it is told. */
function start(helper: Helper, settings: Partial<CallSettings> = {}, asked: ApiRequest = request) {
  const clock = new VirtualClock();
  const context = { helpers: { httpRequestWithAuthentication: helper } } as unknown as IExecuteFunctions;
  const send = httpSend(context, { ...settingsOn(clock), ...settings }, () => 60_000);
  return { clock, reply: send(asked, runsOn) };
}

function responseOf(body: string, statusCode = 200, headers: ReplyHeaders = {}) {
  const destroy = jest.fn();
  return { statusCode, headers, body: { [Symbol.asyncIterator]: () => chunksOf(body), destroy } };
}

async function* chunksOf(body: string) {
  yield Buffer.from(body);
}

const metadata = { RequestId: 'r1', Error: { Code: 'Odd', Message: 'key s3cret-s3cret\r\n' } };

test('a call is made with what n8n needs to sign it and to hand its answer on', async () => {
  const helper = jest.fn<ReturnType<Helper>, Parameters<Helper>>(async () =>
    responseOf('{"ResponseMetadata":{}}'),
  );
  await start(helper).reply;
  expect(helper.mock.calls).toEqual([
    [
      'volcengineRtcApi',
      {
        method: 'POST',
        url: '/?Action=RegisterUsers&Version=2020-12-01',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: '{"AppId":7}',
        timeout: 2000,
        abortSignal: expect.any(AbortSignal) as AbortSignal,
        encoding: 'stream',
        returnFullResponse: true,
        ignoreHttpStatusErrors: true,
        disableFollowRedirect: true,
      },
    ],
  ]);
});

test('each call has options of its own, which n8n may change', async () => {
  const seen: IHttpRequestOptions[] = [];
  const helper: Helper = async (_credential, options) => {
    seen.push(options);
    return responseOf('');
  };
  const context = { helpers: { httpRequestWithAuthentication: helper } } as unknown as IExecuteFunctions;
  const send = httpSend(context, settingsOn(new VirtualClock()), () => 0);
  await send(request, runsOn);
  await send(request, runsOn);
  expect(seen[0]).not.toBe(seen[1]);
  expect(seen[0]?.headers).not.toBe(seen[1]?.headers);
});

test('n8n gets itself as it calls, but for the signal, which is that of the call', async () => {
  const seen: Array<{ context: IExecuteFunctions; options: IHttpRequestOptions }> = [];
  const ofExecution = new AbortController().signal;
  const context = {
    getExecutionCancelSignal: () => ofExecution,
    helpers: {
      async httpRequestWithAuthentication(
        this: IExecuteFunctions,
        _credential: string,
        options: IHttpRequestOptions,
      ) {
        seen.push({ context: this, options });
        return responseOf('');
      },
    },
  } as unknown as IExecuteFunctions;
  await httpSend(context, settingsOn(new VirtualClock()), () => 0)(request, runsOn);
  const [{ context: given, options }] = seen as [(typeof seen)[number]];
  expect(Object.getPrototypeOf(given)).toBe(context);
  expect(given.helpers).toBe(context.helpers);
  expect(given.getExecutionCancelSignal()).toBe(options.abortSignal);
  expect(context.getExecutionCancelSignal()).toBe(ofExecution);
});

test('an answer comes with what its headers say, in a form for people', async () => {
  const headers = { 'retry-after': '3', date: 'Thu, 01 Jan 1970 00:00:30 GMT' };
  const response = responseOf(JSON.stringify({ ResponseMetadata: metadata }), 400, headers);
  expect(await start(async () => response).reply).toStrictEqual({
    kind: 'failure',
    httpStatus: 400,
    requestId: 'r1',
    error: { meaning: 'rejectedRequest', code: 'Odd', message: 'key ***' },
    retryAfterMs: 3000,
    clockAheadMs: 30_000,
  });
  expect(response.body.destroy).toHaveBeenCalled();
});

test('a result is read as the operation says', async () => {
  const readResult = jest.fn(() => new Map());
  const response = responseOf('{"ResponseMetadata":{},"Result":[1234567890123456789]}');
  expect(await start(async () => response, {}, { ...request, readResult }).reply).toStrictEqual({
    kind: 'result',
    httpStatus: 200,
    rows: new Map(),
  });
  expect(readResult.mock.calls).toEqual([[['1234567890123456789']]]);
});

test('the users that a result names as failed are known by their ids, whatever the secrets are', async () => {
  const infos = '[{"UserId":"7","Code":"UserNotFound","Message":"7 is unknown"}]';
  const response = responseOf(`{"ResponseMetadata":{},"Result":{"FailedInfos":${infos}}}`);
  expect(
    await start(async () => response, {
      secrets: { ...settingsOn(new VirtualClock()).secrets, accessKeyId: '7' },
    }).reply,
  ).toMatchObject({
    rows: new Map([
      ['7', { error: { meaning: 'missingUser', code: 'UserNotFound', message: '*** is unknown' } }],
    ]),
  });
});

test.each([
  [23, 'result'],
  [22, 'failure'],
])('with at most %i bytes, an answer of 23 is a %s', async (mostReplyBytes, kind) => {
  const reply = await start(async () => responseOf('{"ResponseMetadata":{}}'), { mostReplyBytes }).reply;
  expect(reply.kind).toBe(kind);
});

test('an answer that is too large is not read to its end', async () => {
  const response = responseOf('x'.repeat(1001));
  expect(await start(async () => response).reply).toStrictEqual({
    kind: 'failure',
    httpStatus: 200,
    error: { meaning: 'foreignPage', code: 'InvalidReply', message: 'it is larger than 1000 bytes' },
  });
  expect(response.body.destroy).toHaveBeenCalled();
});

test.each([
  [413, 'rejectedRequest'],
  [429, 'throttled'],
  [403, 'notVolcengine'],
  [502, 'foreignPage'],
])('a page of status %i that is too large says enough by its status', async (status, meaning) => {
  const reply = await start(async () => responseOf('x'.repeat(1001), status, { 'retry-after': '3' })).reply;
  expect(reply).toMatchObject({ httpStatus: status, retryAfterMs: 3000, error: { meaning } });
});

async function* brokenAfter(text: string, code: string | undefined): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw Object.assign(new Error('aborted'), { code });
}

/** An answer whose body breaks off. */
const broken = (statusCode: number, text = '{"Resp') => {
  const body = { [Symbol.asyncIterator]: () => brokenAfter(text, undefined), destroy: jest.fn() };
  return { ...responseOf('', statusCode), body };
};

test.each([
  [403, 'notVolcengine', 'NotVolcengine'],
  [407, 'notVolcengine', 'NotVolcengine'],
  [502, 'foreignPage', undefined],
  [300, 'notVolcengine', 'NotVolcengine'],
  [199, 'notVolcengine', 'NotVolcengine'],
])('a page of status %i that breaks off says enough by its status: %s', async (status, meaning, code) => {
  const { error, httpStatus } = (await start(async () => broken(status)).reply) as Extract<
    Reply,
    { kind: 'failure' }
  >;
  expect([httpStatus, error.meaning, error.code]).toEqual([status, meaning, code]);
});

test.each([200, 299])('an answer of status %i that breaks off leaves the fate open', async (status) => {
  expect(await start(async () => broken(status)).reply).toStrictEqual({
    kind: 'failure',
    error: { meaning: 'noAnswer', code: 'ECONNRESET', message: 'aborted' },
  });
});

test('a page that is given up at the deadline is no page that breaks off', async () => {
  const { clock, reply } = start(async () => ({ ...silent(), statusCode: 403 }));
  await clock.run(1000);
  expect(await reply).toStrictEqual(tooLate);
});

test('a failure of the network is a value, without secrets', async () => {
  const failing = async () => {
    throw Object.assign(new Error('to s3cret-s3cret'), { code: 'EPIPE' });
  };
  expect(await start(failing).reply).toStrictEqual({
    kind: 'failure',
    error: { meaning: 'noAnswer', code: 'EPIPE', message: 'to ***' },
  });
});

const tooLate = {
  kind: 'failure',
  error: { meaning: 'tooLate', code: 'ETIMEDOUT', message: 'No complete answer came within 1000 ms' },
};

async function* silence(): AsyncGenerator<Uint8Array> {
  await never;
  yield Buffer.from('');
}

const silent = () => ({
  ...responseOf(''),
  body: { [Symbol.asyncIterator]: () => silence(), destroy: jest.fn() },
});

test.each<[kind: string, helper: Helper]>([
  ['an answer that never comes', async () => await never],
  ['a body that never ends', async () => silent()],
])('%s is given up at the deadline, and n8n gives it up too', async (_kind, helper) => {
  let abortSignal: AbortSignal | undefined;
  const { clock, reply } = start(async (credential, options) => {
    ({ abortSignal } = options as { abortSignal?: AbortSignal });
    return await helper(credential, options);
  });
  await clock.run(999);
  expect(abortSignal?.aborted).toBe(false);
  await clock.run(1000);
  expect(await reply).toStrictEqual(tooLate);
  expect(abortSignal?.aborted).toBe(true);
});

test('a body that is given up is let go', async () => {
  const response = silent();
  const { clock, reply } = start(async () => response);
  await clock.run(1000);
  await reply;
  await Promise.resolve();
  expect(response.body.destroy).toHaveBeenCalledTimes(1);
});

test('head and body share one deadline', async () => {
  const clock = new VirtualClock();
  async function* late() {
    await clock.sleep(900);
    yield Buffer.from('{"ResponseMetadata":{}}');
  }
  const context = {
    helpers: {
      httpRequestWithAuthentication: async () => {
        await clock.sleep(900);
        return { statusCode: 200, headers: {}, body: { [Symbol.asyncIterator]: late, destroy() {} } };
      },
    },
  } as unknown as IExecuteFunctions;
  const sending = httpSend(context, settingsOn(clock), () => 0)(request, runsOn);
  await clock.run();
  expect(await sending).toStrictEqual(tooLate);
});

test.each<[kind: string, helper: Helper]>([
  ['no answer has come', async () => await never],
  ['the answer is still being read', async () => silent()],
])('a call throws as soon as the execution is cancelled, though %s', async (_kind, helper) => {
  const cancel = new AbortController();
  const { reply } = start(helper, { cancelled: cancel.signal });
  cancel.abort(new Error('cancelled'));
  await expect(reply).rejects.toThrow('cancelled');
});

test('a call that fails in the tick of the cancellation throws the reason of the cancellation', async () => {
  const cancel = new AbortController();
  const { reply } = start(
    async () => {
      cancel.abort(new Error('cancelled'));
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    },
    { cancelled: cancel.signal },
  );
  await expect(reply).rejects.toThrow('cancelled');
});
