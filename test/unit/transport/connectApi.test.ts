import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import { failedInfosReader } from '../../../nodes/VolcengineRtc/operations/results/failedInfos';
import { CircuitBreaker, type Unreached } from '../../../nodes/VolcengineRtc/transport/CircuitBreaker';
import { connectApi, type SendSettings } from '../../../nodes/VolcengineRtc/transport/connectApi';
import { processEnvironment } from '../../../nodes/VolcengineRtc/transport/environment';
import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import type { Reply } from '../../../nodes/VolcengineRtc/transport/send';
import { VirtualClock } from '../../support/time/virtualClock';

const readResult = (result: unknown) => failedInfosReader()(result) ?? { problem: 'it is odd' };
const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{}', readResult };
const action = {
  action: 'RegisterUsers',
  requestsPerSecond: 50,
  mostReplyBytes: 100,
};
const { signal } = new AbortController();

type Answer = () => Promise<unknown>;

/** The way to an API whose every request ends alike; with what it does on its way. */
function connect(
  getCredentials: () => Promise<ICredentialDataDecryptedObject>,
  answer: Answer,
  changes: Partial<SendSettings> = {},
) {
  const clock = new VirtualClock();
  const limiterOf = jest.fn(() => new RateLimiter(clock, 50));
  const unreached: Unreached[] = [];
  const sentAt: number[] = [];
  const context = {
    getCredentials,
    helpers: {
      httpRequestWithAuthentication: async () => {
        sentAt.push(clock.now());
        return await answer();
      },
    },
  } as unknown as IExecuteFunctions;
  const settings: SendSettings = {
    timeoutMs: 1000,
    maxRequestsPerSecond: 50,
    maxInFlight: 60,
    onSend: () => {},
    breaker: new CircuitBreaker(clock, (last) => unreached.push(last)),
    ended: new AbortController().signal,
    ...changes,
  };
  const send = connectApi(context, action, settings, { ...processEnvironment, clock, limiterOf });
  return { clock, limiters: limiterOf.mock.calls, unreached, sentAt, send };
}

const failing =
  (message: string, code = 'EPIPE') =>
  async () =>
    await Promise.reject(Object.assign(new Error(message), { code }));

async function failureWith(credentials: ICredentialDataDecryptedObject, message: string): Promise<Reply> {
  const { send, limiters } = connect(async () => credentials, failing(message));
  const reply = await (await send)(request, signal);
  expect(limiters).toHaveLength(1);
  return reply;
}

const key = async () => ({ accessKeyId: 'key', secretAccessKey: 's3cret' });

test('executions share the limiter of the access key as it is, without blanks around it', async () => {
  const { send, limiters } = connect(
    async () => ({ accessKeyId: ' key\n', secretAccessKey: 's' }),
    failing(''),
  );
  await send;
  expect(limiters[0]?.slice(0, 1)).toEqual(['key']);
  expect(limiters[0]?.slice(-2)).toEqual(['RegisterUsers', 50]);
});

test.each([
  [{ endpoint: 'https://gateway.example.com:8443/path' }, 'gateway.example.com:8443'],
  [{ endpoint: ' http://127.0.0.1:4000\n', region: 'cn-north-1' }, '127.0.0.1:4000'],
  [{ endpoint: ' ', region: ' ap-southeast-1 ' }, 'ap-southeast-1'],
  [{ region: 'cn-north-1' }, 'cn-north-1'],
  [{ endpoint: 'no address', region: 'cn-north-1' }, 'no address'],
])('they share it where they send to the same place: %j', async (place, shared) => {
  const { send, limiters } = connect(async () => ({ ...(await key()), ...place }), failing(''));
  await send;
  expect(limiters).toEqual([['key', shared, 'RegisterUsers', 50]]);
});

test('all parts of the key stay hidden, also where they were pasted with blanks', async () => {
  const parts = { accessKeyId: 'key1 ', secretAccessKey: ' s3cret', sessionToken: 't0ken\n' };
  expect(await failureWith(parts, 'key1 s3cret t0ken')).toMatchObject({ error: { message: '*** *** ***' } });
});

test('a key without a session token hides nothing but itself', async () => {
  const parts = { accessKeyId: 'key1', secretAccessKey: 's3cret' };
  expect(await failureWith(parts, 'key1 is undefined')).toMatchObject({
    error: { message: '*** is undefined' },
  });
});

test('a credential that is never found is given up at the deadline', async () => {
  const { clock, send } = connect(async () => await new Promise<never>(() => {}), failing(''));
  const ended = expect(send).rejects.toMatchObject({
    code: 'ETIMEDOUT',
    message: 'n8n did not hand the credential over within 1000 ms.',
    description: "Check where n8n keeps it, such as a vault of external secrets, or raise 'Timeout'.",
  });
  await clock.run(1000);
  await ended;
});

test('a credential that is looked up when the execution is cancelled is not waited for', async () => {
  const cancel = new AbortController();
  const { send } = connect(async () => await new Promise<never>(() => {}), failing(''), {
    cancelled: cancel.signal,
  });
  cancel.abort(new Error('cancelled'));
  await expect(send).rejects.toThrow('cancelled');
});

test('a credential that cannot be read says why', async () => {
  const { send } = connect(async () => await Promise.reject(new Error('no such credential')), failing(''));
  await expect(send).rejects.toThrow('no such credential');
});

test('a result is bounded, and read as the action says', async () => {
  const body = '{"ResponseMetadata":{},"Result":{"FailedInfos":[{"UserId":1,"Code":"A"}]}}';
  const response = (text: string) => ({
    statusCode: 200,
    headers: {},
    body: {
      async *[Symbol.asyncIterator]() {
        yield Buffer.from(text);
      },
      destroy() {},
    },
  });
  const replyTo = async (text: string) =>
    await (
      await connect(key, async () => response(text)).send
    )(request, signal);
  expect(await replyTo(body)).toMatchObject({
    kind: 'result',
    rows: new Map([['1', { error: { code: 'A' } }]]),
  });
  expect(await replyTo(body.padEnd(100))).toMatchObject({ kind: 'result' });
  expect(await replyTo(body.padEnd(101))).toMatchObject({ kind: 'failure', error: { code: 'InvalidReply' } });
});

test('calls keep to the pace and to the number that may be under way', async () => {
  const { clock, send, sentAt } = connect(key, async () => await new Promise<never>(() => {}), {
    maxInFlight: 2,
    timeoutMs: 5000,
  });
  const call = await send;
  for (let i = 0; i < 3; i += 1) void call(request, signal);
  await clock.run(4999);
  expect(sentAt).toHaveLength(2);
  expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(15);
  await clock.run(5100);
  expect(sentAt).toHaveLength(3);
});

test('a service that is not reached for long is told of, and sent to one by one before', async () => {
  const { clock, send, sentAt, unreached } = connect(key, failing('refused', 'ECONNREFUSED'));
  const call = await send;
  for (let i = 0; i < 100; i += 1) void call(request, signal);
  await clock.run(30_000);
  expect(unreached[0]).toMatchObject({ error: { meaning: 'noConnection', code: 'ECONNREFUSED' } });
  const tenth = sentAt[9] ?? 0;
  const inFiveSeconds = sentAt.filter((at) => at > tenth + 100 && at <= tenth + 5000);
  expect(inFiveSeconds.length).toBeLessThanOrEqual(10);
  expect(inFiveSeconds.length).toBeGreaterThan(5);
});

test('a send is told of when the request leaves, not while it waits for its turn', async () => {
  const leftAt: number[] = [];
  const { clock, send, sentAt } = connect(key, failing(''), {
    maxRequestsPerSecond: 1,
    onSend: () => leftAt.push(clock.now()),
  });
  const sending = await send;
  void sending(request, signal);
  void sending(request, signal);
  await clock.run(500);
  expect(leftAt).toEqual([0]);
  await clock.run(10_000);
  expect(leftAt).toEqual(sentAt);
  expect(leftAt).toHaveLength(2);
});
