import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { mostToStranger } from '../support/engine/mostToStranger';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { type Proxy, startProxy, type Treatment, trust } from '../support/engine/proxy';
import { registerUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
let trusted: ReturnType<typeof trust>;
let proxy: Proxy | undefined;

beforeAll(async () => {
  // One certificate for all: making it takes time.
  emulator = await startEmulator({ https: true, keepBodies: false });
  trusted = trust(emulator.certificate as string);
});
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
});
afterAll(async () => {
  trusted.stop();
  await emulator.close();
});

let ids = 0;
/** Users that nobody has registered before. */
const newUsers = (count: number) => Array.from({ length: count }, () => ({ UserId: String((ids += 1)) }));

test('a run goes through a proxy', async () => {
  proxy = await startProxy(() => 'pass');
  const { success } = await registerUsers(emulator, newUsers(3));
  expect([success.length, proxy.connects]).toEqual([3, 1]);
});

test.each<[what: string, treatment: Treatment]>([
  ['closed without an answer', 'hangUp'],
  ['refused with 403', { status: 403 }],
  ['refused with 407', { status: 407 }],
  ['refused with 405', { status: 405 }],
])(
  'a CONNECT that is %s is tried again, and leaves no doubt about a user that exists',
  async (_what, treatment) => {
    // Three, so that halving would find each user refused by itself.
    proxy = await startProxy((connect) => (connect < 3 ? treatment : 'pass'));
    const rows = newUsers(2);
    emulator.ledger.seed(sampleAppId, [rows[1]!.UserId]);
    const result = await registerUsers(emulator, rows);
    expect(result.error).toBeUndefined();
    expect(outcomesById(result)).toMatchObject({
      [rows[0]!.UserId]: { isSuccess: true, attempts: 4 },
      [rows[1]!.UserId]: { isSuccess: false, kind: 'rejected', code: 'UserHasRegistered', attempts: 4 },
    });
  },
);

test.each<[what: string, treatment: Treatment, code: string, message: RegExp]>([
  ['closes every CONNECT', 'hangUp', 'NoConnection', /^There is no connection to the service/],
  [
    'refuses every CONNECT',
    { status: 407, via: '1.1 squid.example.com' },
    'NotVolcengine',
    /^Volcengine did not answer, but the proxy squid\.example\.com .*\(HTTP 407\)/,
  ],
])('a proxy that %s fails a short list as unavailable', async (_what, treatment, code, message) => {
  proxy = await startProxy(() => treatment);
  const { error, failed } = await registerUsers(emulator, newUsers(2), { options: { maxAttempts: 1 } });
  expect(error).toBeUndefined();
  expect(outcomesOf(failed)).toMatchObject(
    Array(2).fill({
      code,
      kind: 'unavailable',
      retryable: true,
      message: expect.stringMatching(message) as string,
    }),
  );
});

test.each<[what: string, treatment: Treatment, code: string, message: RegExp]>([
  [
    'closes every CONNECT',
    'hangUp',
    'NoConnection',
    /^There is no connection to the service \(NoConnection: /,
  ],
  ['refuses every CONNECT', { status: 403 }, 'NotVolcengine', /^Volcengine did not answer, .*\(HTTP 403\)/],
])(
  'a proxy that %s stops a long list, in words that are not about the key',
  async (_what, treatment, code, message) => {
    proxy = await startProxy(() => treatment);
    const { error } = await registerUsers(emulator, rowsOf(3000));
    expect(error).toMatchObject({
      message: expect.stringMatching(message) as string,
      description: expect.stringMatching(
        new RegExp(`^Check .* No user was processed\\. Error code: ${code}\\.$`),
      ) as string,
    });
    expect(proxy.connects).toBeLessThanOrEqual(mostToStranger);
  },
);

test('2,000 users come through a proxy that closes and refuses some CONNECTs, and all outcomes are true', async () => {
  const badOnes: Record<number, Treatment> = { 1: 'hangUp', 5: { status: 403 }, 8: { status: 407 } };
  proxy = await startProxy((connect) => badOnes[connect % 11] ?? 'pass');
  const rows = newUsers(2000);
  const existing = rows.filter((_, index) => index % 50 === 0).map(({ UserId }) => UserId);
  emulator.ledger.seed(sampleAppId, existing);
  const { success, failed, error } = await registerUsers(emulator, rows, { options: { maxAttempts: 10 } });
  expect(error).toBeUndefined();
  expect([success.length, failed.length]).toEqual([1960, 40]);
  expect(failed.map(({ json }) => json.UserId)).toEqual(existing);
  expect(outcomesOf(failed).every(({ code }) => code === 'UserHasRegistered')).toBe(true);
  expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
});
