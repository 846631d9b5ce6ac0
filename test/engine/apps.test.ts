import {
  type Emulator,
  type FaultRequest,
  sampleAccount,
  sampleAppId,
  startEmulator,
} from '../support/emulator';
import { mostUnderWay } from '../support/engine/mostUnderWay';
import { outcomesById, outcomesOf, type SeenOutcome } from '../support/outcomes/outcomes';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({
    accounts: [sampleAccount, { ...sampleAccount, accountId: '3', accessKeyId: 'AKLTother', appIds: [9] }],
  });
});
afterEach(async () => await emulator.close());

const byItem: RegisterUsersSetUp = { appId: '={{ $json.app }}' };

/** So many rows of an app, with ids from a number on. */
const rowsFor = (app: number, count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => ({ UserId: String(first + index), app }));

/** How many outcomes there are of each sort. */
function countsOf(outcomes: readonly SeenOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind = 'success', code = '', retryable } of outcomes) {
    const sort = [kind, code, String(retryable)].join(' ');
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return counts;
}

/** An app that the service has, and has disabled. */
const disabledApp = 10;
const disabling = ({ appId }: FaultRequest) =>
  appId === disabledApp ? { code: 'AppStatusException', message: 'the app is disabled' } : undefined;

const badApps: Array<[what: string, app: number, code: string, advice: RegExp]> = [
  ['that nobody has', 12, 'AppNotFound', /There is no IM app with this App ID/],
  ['of another account', 9, 'NoAuth', /The app belongs to another account/],
  ['that is disabled', disabledApp, 'AppStatusException', /The IM app is disabled/],
];

describe.each(badApps)('an app %s', (_what, app, code, advice) => {
  beforeEach(() => emulator.setFaults(disabling));

  test('fails its own rows alone: 20 of 2,020', async () => {
    const good = rowsFor(sampleAppId, 2000);
    const rows = [...good.slice(0, 1000), ...rowsFor(app, 20, 5001), ...good.slice(1000)];
    const { success, failed, error } = await registerUsers(emulator, rows, byItem);
    expect(error).toBeUndefined();
    expect([success.length, failed.length]).toEqual([2000, 20]);
    expect(countsOf(outcomesOf(failed))).toEqual({ [`rejected ${code} true`]: 20 });
    expect(outcomesOf(failed)[0]?.message).toMatch(advice);
    expect(emulator.ledger.count(sampleAppId)).toBe(2000);
  });

  test('has the rest of its rows not sent, with its name and the reason', async () => {
    const rows = [...rowsFor(app, 200), ...rowsFor(sampleAppId, 20, 1001)];
    const setUp = { ...byItem, options: { batchSize: 1 } };
    const result = await registerUsers(emulator, rows, setUp);
    expect(result.success).toHaveLength(20);
    const outcomes = outcomesOf(result.failed);
    const counts = countsOf(outcomes);
    expect(Object.keys(counts).sort()).toEqual([`notSent NotSent true`, `rejected ${code} true`]);
    // Those that left before the first answer came were sent, on a slow machine all that may be under way.
    expect(counts['notSent NotSent true']).toBeGreaterThanOrEqual(200 - mostUnderWay);
    const last = outcomesById(result)['200'];
    expect(last?.message).toMatch(
      new RegExp(`^Not sent, because nothing can be sent for the app ${app} \\(${code}\\): ${advice.source}`),
    );
    expect(emulator.arrivals.filter(({ appId }) => appId === app).length).toBeLessThanOrEqual(mostUnderWay);
  });

  test('ends the run where it is the App ID of the node', async () => {
    const { error, outputs } = await registerUsers(emulator, rowsFor(app, 2000), { appId: String(app) });
    expect(`${error?.message} ${error?.description}`).toMatch(new RegExp(`^${advice.source}`));
    expect(error?.description).toMatch(new RegExp(`\\. No user was processed\\. Error code: ${code}\\.$`));
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals.length).toBeLessThanOrEqual(mostUnderWay);
  });

  test('is what the workflow stops with where the items name no other', async () => {
    const { error } = await registerUsers(emulator, rowsFor(app, 30), byItem);
    expect(`${error?.message} ${error?.description}`).toMatch(new RegExp(`^${advice.source}`));
  });
});

test('where each of several apps ends, the workflow stops with the first', async () => {
  const rows = [...rowsFor(12, 30), ...rowsFor(9, 30, 101)];
  const { error, outputs } = await registerUsers(emulator, rows, {
    ...byItem,
    options: { maxRequestsPerSecond: 5 },
  });
  expect(error?.message).toMatch(/^There is no IM app with this App ID/);
  expect(outputs.flat()).toEqual([]);
});

test('where each of several apps ends and the node is to continue, every user is on Failed', async () => {
  const rows = [...rowsFor(12, 30), ...rowsFor(9, 30, 101), { UserId: 'no user', app: 9 }];
  const { error, success, failed } = await registerUsers(emulator, rows, {
    ...byItem,
    settings: { onError: 'continueErrorOutput' },
  });
  expect([error, success]).toEqual([undefined, []]);
  expect(failed).toHaveLength(61);
  const kinds = outcomesOf(failed).map(({ kind }) => kind);
  expect(kinds.every((kind) => ['rejected', 'notSent', 'validation'].includes(kind ?? ''))).toBe(true);
  expect(kinds).toEqual(expect.arrayContaining(['rejected', 'validation']));
});

test('where one app ends and another has only users that exist, nothing is thrown', async () => {
  emulator.ledger.seed(sampleAppId, ['1']);
  const rows = [...rowsFor(12, 1, 2), ...rowsFor(sampleAppId, 1)];
  const { error, failed } = await registerUsers(emulator, rows, byItem);
  expect(error).toBeUndefined();
  expect(outcomesOf(failed).map(({ code }) => code)).toEqual(['AppNotFound', 'UserHasRegistered']);
});
