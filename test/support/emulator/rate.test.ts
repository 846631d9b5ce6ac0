import fc from 'fast-check';
import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Account,
  type Emulator,
  type EmulatorOptions,
} from './index';
import { SlidingWindow } from './rate/slidingWindow';
import { calling, registering, send } from './signedCall';

const colleague: Account = { ...sampleAccount, accessKeyId: 'AKLTcolleague' };
const stranger: Account = { ...sampleAccount, accountId: '2100000002', accessKeyId: 'AKLTstranger' };

describe('the sliding window', () => {
  it('never admits more than the limit in any second, whatever the arrivals', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 20 }), (steps, limit) => {
        const window = new SlidingWindow(limit);
        let at = 0;
        const admitted = steps.map((step) => (at += step)).filter((time) => window.admit('key', time));
        for (const start of admitted) {
          expect(admitted.filter((time) => time >= start && time < start + 1000).length).toBeLessThanOrEqual(
            limit,
          );
        }
        expect(window.refused).toBe(steps.length - admitted.length);
      }),
    );
  });

  it('admits again exactly one second after the first', () => {
    const window = new SlidingWindow(1);
    expect([0, 999.9, 1000].map((at) => window.admit('key', at))).toEqual([true, false, true]);
  });

  it('does not count refused requests', () => {
    const window = new SlidingWindow(1);
    expect([0, 600, 1000, 1600, 2000].map((at) => window.admit('key', at))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it.each([0, -1, 0.5, Number.NaN])('takes no limit of %p', (limit) => {
    expect(() => new SlidingWindow(limit)).toThrow(RangeError);
  });
});

describe('an emulator with a rate', () => {
  let emulator: Emulator;
  let now = 0;
  let nextId = 1;

  async function start(options: EmulatorOptions) {
    now = 0;
    const accounts = [sampleAccount, colleague, stranger];
    emulator = await startEmulator({ accounts, now: () => now, ...options });
  }

  const registerOne = (account = sampleAccount) =>
    send(emulator, { ...registering((nextId += 1)), account }).then(({ status }) => status);
  const whoAmI = {
    action: 'GetCallerIdentity',
    version: '2018-01-01',
    method: 'GET',
    service: 'sts',
  } as const;

  afterEach(() => emulator.close());

  it('answers 429 beyond it and registers nobody', async () => {
    await start({ requestsPerSecond: 2 });
    expect([await registerOne(), await registerOne()]).toEqual([200, 200]);
    now = 999;
    const refused = await send(emulator, registering(999));
    expect(refused).toMatchObject({ status: 429, error: { Code: 'FlowLimitExceeded', CodeN: 100018 } });
    expect(refused.headers).not.toHaveProperty('retry-after');
    expect(emulator.ledger.has(sampleAppId, '999')).toBe(false);
    expect(emulator.arrivals[2]).toMatchObject({ at: 999, status: 429, applied: false, userIds: ['999'] });
    now = 1000;
    expect(await registerOne()).toBe(200);
    expect(emulator.breaches).toBe(1);
  });

  it('counts all key pairs of an account together and other accounts apart', async () => {
    await start({ requestsPerSecond: 1 });
    expect(await registerOne(sampleAccount)).toBe(200);
    expect(await registerOne(colleague)).toBe(429);
    expect(await send(emulator, { ...registering(1), account: stranger })).toMatchObject({ status: 200 });
  });

  it('counts actions apart', async () => {
    await start({ requestsPerSecond: 1 });
    expect(await registerOne()).toBe(200);
    expect((await send(emulator, whoAmI)).status).toBe(200);
    expect((await send(emulator, whoAmI)).status).toBe(429);
  });

  const hello = { Sender: 1, MsgTTL: 1, MsgType: 10012, Content: 'x' };
  const user = { UserId: 1, NickName: 'x' };
  it.each([
    ['RegisterUsers', 50, { Users: [user] }],
    ['UnRegisterUsers', 50, { UserIds: [1] }],
    ['BatchUpdateUser', 50, { Users: [user] }],
    ['BatchUpdateUserTags', 50, { UserIds: [1], Tags: ['a'], Op: 0 }],
    ['BatchGetUser', 100, { UserIds: [1] }],
    ['QueryOnlineStatus', 100, { UserIds: [1] }],
    ['UserBroadcast', 50, hello],
  ])('can allow %s the %i requests a second of its page', async (action, limit, fields) => {
    await start({ requestsPerSecond: 'documented', broadcastsPerDay: Infinity });
    const replies = Array.from({ length: limit + 1 }, () => send(emulator, calling(action, fields)));
    const statuses = (await Promise.all(replies)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(limit);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(emulator.breaches).toBe(1);
  });

  it('can allow each action a number of its own, and others what they like', async () => {
    await start({ requestsPerSecond: { RegisterUsers: 1 } });
    expect([await registerOne(), await registerOne()]).toEqual([200, 429]);
    expect([(await send(emulator, whoAmI)).status, (await send(emulator, whoAmI)).status]).toEqual([
      200, 200,
    ]);
  });

  it.each([0, -1, 0.5, { RegisterUsers: 0 }])('takes no limit of %p', async (requestsPerSecond) => {
    await start({});
    expect(() => emulator.setRequestsPerSecond(requestsPerSecond)).toThrow(RangeError);
    await expect(startEmulator({ requestsPerSecond })).rejects.toThrow(RangeError);
  });

  it('does not count requests with a wrong signature', async () => {
    await start({ requestsPerSecond: 1 });
    expect(await registerOne({ ...sampleAccount, secretAccessKey: 'd3Jvbmc=' })).toBe(401);
    expect(await registerOne()).toBe(200);
  });

  it('can throttle inside an HTTP 200, with another code', async () => {
    await start({ requestsPerSecond: 1, throttle: { status: 200, code: 'AccountFlowLimitExceeded' } });
    await registerOne();
    expect(await send(emulator, registering(2))).toMatchObject({
      status: 200,
      error: { Code: 'AccountFlowLimitExceeded', CodeN: 100027 },
    });
  });

  it('can throttle with a code of the service behind the gateway', async () => {
    await start({ requestsPerSecond: 1, throttle: { code: 'RateLimitExceeded', message: 'slower' } });
    await registerOne();
    const reply = await send(emulator, registering(2));
    expect(reply).toMatchObject({ status: 429, error: { Code: 'RateLimitExceeded', Message: 'slower' } });
    expect(reply.error).not.toHaveProperty('CodeN');
  });

  it('can ask to retry later', async () => {
    await start({ requestsPerSecond: 1, throttle: { retryAfter: 3 } });
    await registerOne();
    expect((await send(emulator, registering(2))).headers['retry-after']).toBe('3');
  });

  it('takes a new limit while it runs', async () => {
    await start({});
    expect([await registerOne(), await registerOne()]).toEqual([200, 200]);
    emulator.setRequestsPerSecond(2);
    expect(await registerOne()).toBe(429);
    emulator.setRequestsPerSecond(undefined);
    expect(await registerOne()).toBe(200);
  });

  it('says how many arrivals there were in the fullest window, refused ones included', async () => {
    await start({ requestsPerSecond: 2 });
    for (const at of [0, 400, 800, 1000, 1400, 1799]) {
      now = at;
      await registerOne();
    }
    expect(emulator.mostArrivalsInAnyWindow(1000)).toBe(4);
    expect(emulator.mostArrivalsInAnyWindow(1000, ({ applied }) => applied)).toBe(2);
    expect(emulator.mostArrivalsInAnyWindow(400)).toBe(2);
    expect(emulator.mostArrivalsInAnyWindow(200)).toBe(1);
  });
});
