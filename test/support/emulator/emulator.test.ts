/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests of a server of its own, outside n8n */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Agent } from 'undici';
import { until } from '../time/until';
import { sampleAccount, sampleAppId, startEmulator, type Emulator, type EmulatorOptions } from './index';
import { identityCall, registering, send, signWithSdk } from './signedCall';

/** Longer than any test. */
const hourMs = 3_600_000;

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  emulator = await startEmulator(options);
}

/** Writes raw bytes to the emulator and returns all that comes back until the connection ends. */
async function exchange(text: string): Promise<string> {
  const socket = connect(emulator.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

afterEach(() => emulator.close());

describe('over TLS', () => {
  it.each(['127.0.0.1', 'localhost'])('serves %s to clients that trust its authority', async (host) => {
    await start({ https: true });
    expect(emulator.url).toBe(`https://127.0.0.1:${emulator.port}`);
    const dispatcher = new Agent({ connect: { ca: emulator.certificate } });
    const named = { ...emulator, url: `https://${host}:${emulator.port}` };
    expect((await send(named, { ...registering(1), dispatcher })).status).toBe(200);
    await dispatcher.close();
  });

  it('is not trusted by others', async () => {
    await start({ https: true });
    await expect(send(emulator, registering(1))).rejects.toThrow(/self-signed|unable to verify/);
    expect(emulator.arrivals).toEqual([]);
  });
});

describe('the log of arrivals', () => {
  it('keeps what a test may ask about', async () => {
    await start({ now: () => 12.5 });
    await send(emulator, registering(10001, 10002));
    expect(emulator.arrivals).toEqual([
      {
        at: 12.5,
        action: 'RegisterUsers',
        method: 'POST',
        path: '/?Action=RegisterUsers&Version=2020-12-01',
        headers: expect.objectContaining({
          host: `127.0.0.1:${emulator.port}`,
          'content-type': 'application/json',
        }),
        body: '{"AppId":666675,"Users":[{"UserId":10001},{"UserId":10002}]}',
        answer: expect.stringMatching(/^\{"ResponseMetadata":.*,"Result":\{\}\}$/),
        accessKeyId: sampleAccount.accessKeyId,
        accountId: sampleAccount.accountId,
        appId: sampleAppId,
        userIds: ['10001', '10002'],
        status: 200,
        code: undefined,
        applied: true,
        requestId: expect.stringMatching(/^\d{14}[0-9A-F]{20}$/),
      },
    ]);
  });

  it('drops headers and bodies when told to', async () => {
    await start({ keepBodies: false });
    await send(emulator, registering(1));
    expect(emulator.arrivals[0]).toMatchObject({ headers: {}, userIds: ['1'] });
    expect(emulator.arrivals[0]).not.toHaveProperty('body');
    expect(emulator.arrivals[0]).not.toHaveProperty('answer');
  });
});

describe('an answer', () => {
  it('carries the date of the emulator clock and the type of its content', async () => {
    await start({ date: () => new Date('2025-03-29T18:09:37Z') });
    const { headers, status } = await send(emulator, {
      ...identityCall,
      date: new Date('2025-03-29T18:00:00Z'),
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      date: 'Sat, 29 Mar 2025 18:09:37 GMT',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('comes after the latency', async () => {
    await start({ latencyMs: 50 });
    await send(emulator, identityCall);
    const tookMs = performance.now() - emulator.arrivals[0]!.at;
    // A timer may fire a fraction of a millisecond early.
    expect(tookMs).toBeGreaterThan(49);
  });

  it('comes after a latency that may vary: one that is sent later may be answered first', async () => {
    const latencies = [hourMs, 0];
    await start({ latencyMs: () => latencies.shift() ?? 0 });
    const first = expect(send(emulator, identityCall)).rejects.toThrow(/other side closed|ECONNRESET/);
    await until('the first has arrived', () => emulator.arrivals.length === 1);
    expect((await send(emulator, identityCall)).status).toBe(200);
    await emulator.close();
    await first;
  });

  it('is 413 for a body that is too large', async () => {
    await start();
    const reply = await send(emulator, { body: Buffer.alloc(10 * 1024 * 1024 + 1, ' ') });
    expect(reply.status).toBe(413);
    expect(emulator.arrivals).toMatchObject([{ status: 413, applied: false }]);
  });
});

describe('a malformed request', () => {
  it.each([
    ['that is no HTTP', 'hello\r\n\r\n'],
    ['without a host', 'GET / HTTP/1.1\r\n\r\n'],
    ['with a broken header', 'GET / HTTP/1.1\r\nHost: x\r\nbro ken\r\n\r\n'],
    ['with an odd target', 'GET ?%%%&=&&x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['with bytes beyond ASCII', 'GET /?a=\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['with two Authorization headers', requestWith('Authorization: a\r\nAuthorization: b\r\n')],
    ['with odd parts of a signature', requestWith('Authorization: HMAC-SHA256 Credential=////,=,,\r\n')],
  ])('%s is answered with a 4xx and does not stop the server', async (_what, text) => {
    await start();
    expect(await exchange(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await send(emulator, registering(1))).status).toBe(200);
  });

  it('that ends before its body is whole is no arrival', async () => {
    await start();
    const { headers, query } = signWithSdk(emulator, registering(1));
    const head = Object.entries({ ...headers, 'Content-Length': '1000' }).map((pair) => pair.join(': '));
    const socket = connect(emulator.port, '127.0.0.1');
    socket.write(`POST /?${query} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{"AppId"`);
    await turn();
    socket.destroy();
    expect((await send(emulator, identityCall)).status).toBe(200);
    expect(emulator.arrivals.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
  });
});

describe('an emulator', () => {
  it('shares nothing with another one', async () => {
    await start();
    const other = await startEmulator({ requestsPerSecond: 1, faults: [{ status: 500 }] });
    await send(other, registering(1));
    expect((await send(emulator, registering(1))).result).toEqual({});
    expect([other.ledger.count(), other.arrivals.length]).toEqual([0, 1]);
    expect([emulator.ledger.count(), emulator.arrivals.length]).toEqual([1, 1]);
    await other.close();
  });

  it('closes at once, with idle and with waiting connections', async () => {
    await start({ faults: [undefined, { delayMs: hourMs }] });
    await send(emulator, registering(1));
    const waiting = expect(send(emulator, registering(2))).rejects.toThrow(/other side closed|ECONNRESET/);
    await until('the second has arrived', () => emulator.arrivals.length === 2);
    await emulator.close();
    await emulator.close();
    await waiting;
  });

  it('takes the port it is told and rejects one that is taken', async () => {
    await start();
    await expect(startEmulator({ port: emulator.port })).rejects.toThrow(/EADDRINUSE/);
  });

  it('takes undefined options for absent ones', async () => {
    await start({ regions: undefined, businessErrorStatus: undefined });
    expect((await send(emulator, registering())).status).toBe(400);
    expect((await send(emulator, registering(1))).status).toBe(200);
  });
});

function requestWith(header: string): string {
  const target = '/?Action=GetCallerIdentity&Version=2018-01-01';
  return `GET ${target} HTTP/1.1\r\nHost: x\r\n${header}Connection: close\r\n\r\n`;
}
