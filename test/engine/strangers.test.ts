import type { IDataObject } from 'n8n-workflow';
import { type Emulator, type Fault, sampleAppId, startEmulator } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { mostToStranger } from '../support/engine/mostToStranger';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { type NodeResult, registerUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

/** Users with the ids 1 to `count`. */
const idsTo = (count: number) => Array.from({ length: count }, (_, index) => ({ UserId: String(index + 1) }));

const html = '<html><body>This page comes from something between n8n and Volcengine</body></html>';
const page = (status: number, headers: Record<string, string> = {}): Fault => ({
  status,
  headers,
  body: html,
});

/** Registers under faults; with the emulator as it was at the end. */
async function registerUnder(
  faults: Fault[] | ((userIds: readonly string[], index: number) => Fault | undefined),
  rows: IDataObject[] = idsTo(2),
  setUp: Parameters<typeof registerUsers>[2] = {},
): Promise<NodeResult & { emulator: Emulator }> {
  const { emulator, credential } = await startWithOwnKey();
  emulator.setFaults(typeof faults === 'function' ? ({ userIds, index }) => faults(userIds, index) : faults);
  try {
    return { ...(await registerUsers(emulator, rows, { ...setUp, credential })), emulator };
  } finally {
    await emulator.close();
  }
}

const once = { options: { maxAttempts: 1 } };
const redirect = { Location: 'https://login.example.com/sign-in' };
const squid = { Via: '1.1 squid.example.com:3128 (squid/6.6)' };
const someone = 'a proxy or gateway';

describe('a page in place of an answer of the service', () => {
  test.each<[status: number, headers: Record<string, string>, told: string]>([
    [301, redirect, `${someone} .*HTTP 301, with a redirect to login\\.example\\.com`],
    [
      302,
      { ...redirect, ...squid },
      'the proxy squid\\.example\\.com:3128 .*HTTP 302, with a redirect to login',
    ],
    [307, { Location: '/elsewhere' }, `${someone} .*HTTP 307\\)`],
    [400, {}, `${someone} .*HTTP 400\\)`],
    [401, {}, `${someone} .*HTTP 401\\)`],
    [403, squid, 'the proxy squid\\.example\\.com:3128 .*HTTP 403\\)'],
    [404, {}, `${someone} .*HTTP 404\\)`],
    [405, {}, `${someone} .*HTTP 405\\)`],
    [407, squid, 'the proxy squid\\.example\\.com:3128 .*HTTP 407\\)'],
    [421, {}, `${someone} .*HTTP 421\\)`],
    [425, {}, `${someone} .*HTTP 425\\)`],
  ])('of status %i means that nobody was sent, and says who answered', async (status, headers, told) => {
    const { error, success, failed } = await registerUnder([page(status, headers)], idsTo(2), once);
    expect([error, success]).toEqual([undefined, []]);
    expect(outcomesOf(failed)).toEqual(
      ['1', '2'].map((userId) => ({
        success: false,
        userId,
        code: 'NotVolcengine',
        message: expect.stringMatching(new RegExp(told)) as string,
        kind: 'unavailable',
        retryable: true,
        attempts: 1,
        httpStatus: status,
      })),
    );
    expect(outcomesOf(failed)[0]?.message).not.toMatch(/RTCFullAccess|Volcengine said/);
  });

  test('three times in a row is followed by another attempt, and leaves no doubt about a user that exists', async () => {
    const statuses = [301, 400, 401, 403, 404, 405, 407, 421, 425];
    const seen = await Promise.all(
      statuses.map(async (status) => {
        const { emulator, credential } = await startWithOwnKey({ faults: Array(3).fill(page(status)) });
        emulator.ledger.seed(sampleAppId, ['2']);
        const outcomes = outcomesById(await registerUsers(emulator, idsTo(2), { credential }));
        await emulator.close();
        return [
          status,
          outcomes['1']?.isSuccess,
          outcomes['1']?.attempts,
          outcomes['2']?.code,
          outcomes['2']?.kind,
        ];
      }),
    );
    expect(seen).toEqual(statuses.map((status) => [status, true, 4, 'UserHasRegistered', 'rejected']));
  });

  test.each<[what: string, fault: Fault]>([
    ['of status 408', { status: 408, body: html }],
    ['of status 500', { status: 500, body: html }],
    ['of status 502', { status: 502, body: '' }],
    ['of status 504', { status: 504, body: html }],
    ['of status 200', { body: html }],
    ['of status 204', { status: 204, body: '' }],
  ])('%s may have been passed on: users that were registered come out on Success', async (_what, fault) => {
    const once = await registerUnder([{ ...fault, applyFirst: true }], idsTo(2), {
      options: { maxAttempts: 1 },
    });
    expect(outcomesOf(once.failed)).toMatchObject([
      {
        kind: 'unavailable',
        retryable: true,
        message: expect.stringContaining('may have been processed') as string,
      },
      { kind: 'unavailable', retryable: true },
    ]);
    const { success, failed } = await registerUnder([{ ...fault, applyFirst: true }]);
    expect(failed).toEqual([]);
    expect(outcomesOf(success)).toMatchObject([
      { code: 'UserHasRegistered', attempts: 2 },
      { code: 'UserHasRegistered', attempts: 2 },
    ]);
  });

  test('of status 413 is halved until the requests pass', async () => {
    const tooLarge = (userIds: readonly string[]) => (userIds.length > 5 ? page(413) : undefined);
    const { success, failed, emulator } = await registerUnder(tooLarge, idsTo(20));
    expect([success.length, failed.length]).toEqual([20, 0]);
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });

  test('of status 429 is throttling, which uses up no attempt and leaves no doubt', async () => {
    const { emulator, credential } = await startWithOwnKey({ faults: [page(429)] });
    emulator.ledger.seed(sampleAppId, ['2']);
    const result = await registerUsers(emulator, idsTo(2), { credential, ...once });
    await emulator.close();
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: true, attempts: 2 },
      '2': { isSuccess: false, code: 'UserHasRegistered', attempts: 2 },
    });
  });

  test.each([301, 403, 407, 502])('of status %i among good answers stops nothing', async (status) => {
    const rows = rowsOf(300);
    const { success, failed, error, emulator } = await registerUnder(
      (_ids, index) => (index === 3 ? page(status) : undefined),
      rows,
    );
    expect([error, failed]).toEqual([undefined, []]);
    expect(success).toHaveLength(300);
    expect(emulator.arrivals).toHaveLength(16);
  });

  test('nine in a row and then answers stop nothing, and twelve do not either', async () => {
    for (const bad of [9, 12]) {
      const { success, failed } = await registerUnder(
        (_ids, index) => (index < bad ? page(403) : undefined),
        idsTo(400),
        { options: { maxAttempts: 10 } },
      );
      expect([success.length, failed.length]).toEqual([400, 0]);
    }
  });
});

test.each([401, 403, 407, 302])(
  'a page of status %i never stops a short list with an error',
  async (status) => {
    const { error, failed } = await registerUnder(() => page(status), idsTo(30), {
      options: { maxAttempts: 2 },
    });
    expect(error).toBeUndefined();
    expect(outcomesOf(failed).map(({ code, attempts }) => [code, attempts])).toEqual(
      Array(30).fill(['NotVolcengine', 2]),
    );
  },
);

describe('something else that answers for long', () => {
  const results: Record<string, NodeResult & { emulator: Emulator }> = {};

  beforeAll(async () => {
    const run = async (name: string, fault: Fault, setUp: Parameters<typeof registerUsers>[2] = {}) => {
      results[name] = await registerUnder(() => fault, rowsOf(3000), setUp);
    };
    await Promise.all([
      run('redirect', page(302, redirect)),
      run('proxy', page(407, squid)),
      run('continue', page(403), { settings: { onError: 'continueRegularOutput' } }),
      run('uncertain', page(502)),
    ]);
  });

  test.each([
    [
      'redirect',
      /^Volcengine did not answer, but a proxy or gateway .*\(HTTP 302, with a redirect to login\.example\.com\)/,
    ],
    ['proxy', /^Volcengine did not answer, but the proxy squid\.example\.com:3128 .*\(HTTP 407\)/],
  ])('stops the workflow, with words that say who and what: %s', (name, message) => {
    const { error, outputs } = results[name]!;
    expect(error).toMatchObject({
      name: 'NodeApiError',
      message: expect.stringMatching(message) as string,
      description: expect.stringMatching(
        /^Check the credential's Endpoint, .* No user was processed\. Error code: NotVolcengine\.$/,
      ) as string,
    });
    expect(outputs.flat()).toEqual([]);
  });

  test('gets one request at a time after ten, half a second apart, which end soon', () => {
    for (const { emulator } of Object.values(results)) {
      const times = emulator.arrivals.map(({ at }) => at);
      expect(times.length).toBeLessThanOrEqual(mostToStranger);
      // The last three, however long each answer took to come.
      for (const index of [-2, -1]) expect(times.at(index)! - times.at(index - 1)!).toBeGreaterThan(490);
      expect(emulator.ledger.count()).toBe(0);
    }
  });

  test('puts every user on Failed where the node is to continue', () => {
    const { error, success, failed } = results.continue!;
    expect([error, success.length, failed.length]).toEqual([undefined, 0, 3000]);
    expect(outcomesOf(failed).every(({ retryable }) => retryable === true)).toBe(true);
    const last = outcomesOf(failed).at(-1);
    expect(last).toMatchObject({ code: 'NotSent', kind: 'notSent' });
    expect(last?.message).toMatch(
      /^Not sent, because the run stopped \(NotVolcengine\): Volcengine did not answer/,
    );
  });

  test('does not throw where users may have been registered', () => {
    const { error, success, failed } = results.uncertain!;
    expect([error, success.length, failed.length]).toEqual([undefined, 0, 3000]);
    expect(outcomesOf(failed)[0]).toMatchObject({ kind: 'unavailable', httpStatus: 502 });
    expect(outcomesOf(failed).at(-1)?.message).toMatch(/\(NotVolcengine\)/);
  });
});

test('nobody at the endpoint stops the run for want of a connection', async () => {
  const emulator = await startEmulator();
  await emulator.close();
  const { error, outputs } = await registerUsers(emulator, rowsOf(3000));
  expect(error).toMatchObject({
    message: expect.stringMatching(/^There is no connection to the service \(ECONNREFUSED: /) as string,
    description: expect.stringMatching(
      /^Check the network, .* No user was processed\. Error code: NoConnection\.$/,
    ) as string,
  });
  expect(outputs.flat()).toEqual([]);
});
