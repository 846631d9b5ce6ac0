/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a server of its own, outside n8n */
import { once } from 'node:events';
import { connect } from 'node:net';
import { Agent } from 'undici';
import { until } from '../time/until';
import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Emulator,
  type Fault,
  type FaultRequest,
} from './index';
import { registering, send, type Reply, signWithSdk } from './signedCall';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.close());

/** Sends one registration under a fault. */
async function under(fault: Fault, userId = 1): Promise<Reply> {
  emulator.setFaults([fault]);
  return send(emulator, registering(userId));
}

const registered = () => emulator.ledger.userIds(sampleAppId);

describe('a fault over a real socket', () => {
  it.each<[when: 'beforeApplying' | 'afterApplying', scheme: string, userIds: string[]]>([
    ['beforeApplying', 'http', []],
    ['beforeApplying', 'https', []],
    ['afterApplying', 'http', ['1']],
    ['afterApplying', 'https', ['1']],
  ])('resets %s over %s', async (reset, scheme, userIds) => {
    await emulator.close();
    emulator = await startEmulator({ https: scheme === 'https', faults: [{ reset }] });
    const dispatcher = new Agent({ connect: { ca: emulator.certificate } });
    const lost = send(emulator, { ...registering(1), dispatcher });
    await expect(lost).rejects.toThrow(/ECONNRESET|other side closed/);
    expect(registered()).toEqual(userIds);
    expect(emulator.arrivals).toMatchObject([
      { status: 0, applied: reset === 'afterApplying', userIds: ['1'] },
    ]);
    await dispatcher.close();
  });

  it('cuts the answer off after applying', async () => {
    await expect(under({ cutOff: true })).rejects.toThrow(/aborted|closed|terminated|ECONNRESET/);
    expect(registered()).toEqual(['1']);
    expect(emulator.arrivals).toMatchObject([{ status: 200, applied: true }]);
  });

  it('cuts an error answer off', async () => {
    await expect(under({ cutOff: true, status: 503 })).rejects.toThrow(
      /aborted|closed|terminated|ECONNRESET/,
    );
    expect(registered()).toEqual([]);
  });

  it('delays the answer, not the action', async () => {
    let isAnswered = false;
    const answered = under({ delayMs: 50 }).then(() => (isAnswered = true));
    await until('it has arrived', () => emulator.arrivals.length === 1);
    expect([registered(), isAnswered]).toEqual([['1'], false]);
    await answered;
    // A timer may fire a fraction of a millisecond early.
    expect(performance.now() - emulator.arrivals[0]!.at).toBeGreaterThan(49);
  });
});

describe('a fault that keeps the client waiting', () => {
  /** Sends a registration over a bare connection; with what came back in pieces, and whether it was closed. */
  async function overSocket(fault: Fault) {
    emulator.setFaults([fault]);
    const wire = signWithSdk(emulator, registering(1));
    const socket = connect(emulator.port, '127.0.0.1');
    const pieces: string[] = [];
    socket.on('data', (chunk) => pieces.push(chunk.toString('latin1')));
    const head = Object.entries({
      ...wire.headers,
      'Content-Length': Buffer.byteLength(wire.body as string),
    });
    const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`POST ${wire.path}?${wire.query} HTTP/1.1\r\n${lines}\r\n${wire.body as string}`);
    return { socket, pieces };
  }

  it('sends raw bytes in place of an answer, carries nothing out and leaves the connection open', async () => {
    const raw = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
    const { socket, pieces } = await overSocket({ raw });
    await once(socket, 'data');
    expect(pieces).toEqual([raw]);
    expect([socket.readyState, registered()]).toEqual(['open', []]);
    expect(emulator.arrivals).toMatchObject([{ status: 0, code: undefined, applied: false, userIds: ['1'] }]);
    socket.destroy();
  });

  it('carries the action out before it sends raw bytes where it shall', async () => {
    const { socket } = await overSocket({ raw: 'HTTP/1.1 100 Continue\r\n\r\n', applyFirst: true });
    await once(socket, 'data');
    expect(registered()).toEqual(['1']);
    socket.destroy();
  });

  it('sends the head at once and the body a while after it', async () => {
    const { socket, pieces } = await overSocket({ bodyDelayMs: 3_600_000 });
    await until('the head is there', () => pieces.join('').includes('\r\n\r\n'));
    expect(pieces.join('')).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\n$/);
    socket.destroy();
    const soon = await overSocket({ bodyDelayMs: 20 });
    await until('the body is there', () => /\r\n\r\n\{"ResponseMetadata":[^]*\}$/.test(soon.pieces.join('')));
    soon.socket.destroy();
  });
});

describe('a fault in place of the action', () => {
  it.each<[fault: Fault, status: number, code: string, codeN: number | undefined]>([
    [{ status: 500 }, 500, 'InternalError', 100014],
    [{ status: 503 }, 503, 'ServiceUnavailableTemp', 100019],
    [{ status: 429 }, 429, 'FlowLimitExceeded', 100018],
    [{ status: 418 }, 418, 'UndefinedError', 100001],
    [{ code: 'InternalServiceTimeout' }, 504, 'InternalServiceTimeout', 100016],
    [{ code: 'RateLimitExceeded' }, 400, 'RateLimitExceeded', undefined],
    [{ status: 200, code: 'AccountFlowLimitExceeded' }, 200, 'AccountFlowLimitExceeded', 100027],
    [{ status: 200, code: 'Own', codeN: 7, message: 'm' }, 200, 'Own', 7],
  ])('%j answers as told and registers nobody', async (fault, status, Code, CodeN) => {
    const reply = await under(fault);
    expect(reply).toMatchObject({ status, error: { Code } });
    expect(reply.error?.CodeN).toBe(CodeN);
    expect(registered()).toEqual([]);
    expect(emulator.arrivals).toMatchObject([{ status, code: Code, applied: false }]);
  });

  it.each<[error: object | null, metadata: RegExp]>([
    [{ CodeN: '100018' }, /,"Error":\{"CodeN":"100018"\}\}\}$/],
    [{}, /,"Error":\{\}\}\}$/],
    [null, /,"Region":"cn-north-1"\}\}$/],
  ])('says the error %j as it is, and nothing else', async (error, text) => {
    const reply = await under({ status: 429, error });
    expect(reply).toMatchObject({ status: 429, text: expect.stringMatching(text) });
    expect(registered()).toEqual([]);
    expect(emulator.arrivals).toMatchObject([{ status: 429, code: undefined, applied: false }]);
  });

  it('registers and then lies when asked to apply first', async () => {
    const reply = await under({ status: 500, applyFirst: true });
    expect(reply).toMatchObject({ status: 500, error: { Code: 'InternalError' } });
    expect(registered()).toEqual(['1']);
    expect(emulator.arrivals).toMatchObject([{ status: 500, applied: true }]);
  });

  it('sends a raw page', async () => {
    const reply = await under({ status: 502, body: '<html>Bad Gateway</html>' });
    expect(reply).toMatchObject({ status: 502, text: '<html>Bad Gateway</html>' });
    expect(reply.headers['content-type']).toMatch('text/html');
    expect(registered()).toEqual([]);
    expect(emulator.arrivals[0]).toMatchObject({ status: 502, code: undefined, applied: false });
  });

  it('sends raw bytes with status 200 unless told otherwise', async () => {
    const reply = await under({ body: Buffer.from('{"Result":{"FailedInfos":"none"}}'), applyFirst: true });
    expect(reply).toMatchObject({ status: 200, result: { FailedInfos: 'none' } });
    expect(reply.headers['content-type']).toMatch('application/json');
    expect(registered()).toEqual(['1']);
  });
});

describe('a fault beside the action', () => {
  it('names another request id, of any characters', async () => {
    const { text } = await under({ requestId: 'r\n1\u0000' });
    expect(JSON.parse(text)).toMatchObject({ ResponseMetadata: { RequestId: 'r\n1\u0000' } });
    expect(registered()).toEqual(['1']);
  });

  it('adds headers', async () => {
    const reply = await under({ headers: { 'X-Tt-Logid': 'abc' } });
    expect(reply).toMatchObject({ status: 200, headers: { 'x-tt-logid': 'abc' } });
  });

  it('appends FailedInfos of any shape', async () => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const { text } = await under({ failedInfos: [{ UserId: 9223372036854775807n }, null] });
    expect(text).toMatch(/"FailedInfos":\[\{"UserId":"1".*\},\{"UserId":9223372036854775807\},null\]/);
  });

  it('says FailedInfos twice', async () => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const { result } = await under({
      failedInfos: [{ UserId: '1', Code: 'Other' }],
      repeatFailedInfos: true,
    });
    const codes = (result?.FailedInfos as Array<{ Code: string }>).map(({ Code }) => Code);
    expect(codes).toEqual(['UserHasRegistered', 'Other', 'UserHasRegistered', 'Other']);
  });

  it('refuses users in this request only', async () => {
    const reply = await under({ rejectUsers: { '1': 'RateLimitExceeded' } });
    expect(reply.result?.FailedInfos).toMatchObject([{ UserId: '1', Code: 'RateLimitExceeded' }]);
    expect(registered()).toEqual([]);
    expect((await send(emulator, registering(1))).result).toEqual({});
  });
});

describe('a fault script', () => {
  it('is used up request by request', async () => {
    emulator.setFaults([{ status: 500 }, undefined, { status: 503 }]);
    const statuses = [];
    for (const userId of [1, 2, 3, 4]) statuses.push((await send(emulator, registering(userId))).status);
    expect(statuses).toEqual([500, 200, 503, 200]);
  });

  it('may be a function of the request', async () => {
    const seen: FaultRequest[] = [];
    emulator.setFaults((request) => {
      seen.push(request);
      return request.userIds.includes('2') && request.attempt === 1 ? { status: 500 } : undefined;
    });
    const statuses = [];
    for (const userId of [1, 2, 2]) statuses.push((await send(emulator, registering(userId))).status);
    expect(statuses).toEqual([200, 500, 200]);
    expect(seen).toEqual([
      { index: 0, action: 'RegisterUsers', attempt: 1, appId: sampleAppId, userIds: ['1'] },
      { index: 1, action: 'RegisterUsers', attempt: 1, appId: sampleAppId, userIds: ['2'] },
      { index: 2, action: 'RegisterUsers', attempt: 2, appId: sampleAppId, userIds: ['2'] },
    ]);
  });

  it('counts from anew when it is replaced', async () => {
    emulator.setFaults(({ index }) => ({ status: 500 + index }));
    expect((await send(emulator, registering(1))).status).toBe(500);
    emulator.setFaults(({ index, attempt }) => ({ status: 500 + index + attempt }));
    expect((await send(emulator, registering(1))).status).toBe(501);
  });

  it('comes after the signature, which is still looked at', async () => {
    emulator.setFaults([{ status: 500, applyFirst: true, body: 'x' }]);
    const account = { ...sampleAccount, secretAccessKey: 'd3Jvbmc=' };
    const reply = await send(emulator, { ...registering(1), account });
    expect(reply).toMatchObject({ status: 401, error: { Code: 'SignatureDoesNotMatch' } });
    expect(emulator.arrivals[0]).toMatchObject({ code: 'SignatureDoesNotMatch', applied: false });
  });

  it('that throws answers 500 and leaves the server running', async () => {
    emulator.setFaults(() => {
      throw new Error('script');
    });
    expect(await send(emulator, registering(1))).toMatchObject({ status: 500 });
    emulator.setFaults([]);
    expect((await send(emulator, registering(1))).status).toBe(200);
  });
});
