import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { NotingCredential } from '../support/engine/NotingCredential';
import { type NodeResult, registerUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const outcomes = (items: NodeResult['success']) => items.map(({ json }) => json.outcome);

/** The ids that a request names. */
const idsIn = (body: string) => [...body.matchAll(/"UserId":(\d+)/g)].map(([, id]) => id as string);

/** The sizes of the requests that arrived, the largest first. */
const sizes = () => emulator.arrivals.map(({ userIds }) => userIds.length).sort((a, b) => b - a);

describe('a list of users', () => {
  test.each([1, 19, 20, 21, 1000])(
    'of %i is registered whole, in full batches and in order',
    async (count) => {
      const rows = rowsOf(count);
      const ids = rows.map(({ UserId }) => UserId);
      const batches: string[][] = [];
      const credentialType = new NotingCredential(({ body }) => batches.push(idsIn(String(body))));
      const { success, failed, error } = await registerUsers(emulator, rows, { credentialType });
      expect(error).toBeUndefined();
      expect(failed).toEqual([]);
      expect(success.map(({ json }) => json.UserId)).toEqual(ids);
      expect(success.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
      expect(batches.flat()).toEqual(ids);
      expect(batches.map(({ length }) => length)).toEqual(
        Array.from({ length: Math.ceil(count / 20) }, (_, index) => Math.min(20, count - index * 20)),
      );
      expect(emulator.ledger.userIds(sampleAppId).sort()).toEqual(ids.sort());
    },
  );

  test('of 0 sends nothing', async () => {
    const { outputs, error } = await registerUsers(emulator, []);
    expect(outputs.flat()).toEqual([]);
    expect(error).toBeUndefined();
    expect(emulator.arrivals).toHaveLength(0);
  });
});

test('every field reaches the service as it was given', async () => {
  const rows = rowsOf(6);
  await registerUsers(emulator, rows);
  const profiles = rows.map(({ UserId = '' }) => emulator.ledger.find(sampleAppId, UserId)?.profile);
  expect(profiles).toEqual(
    rows.map(({ NickName, Portrait }, index) => ({
      NickName,
      Portrait,
      Tags: index % 2 === 0 ? ['vip', '北京'] : ['beta', 'a,b'],
      Ext: { level: String(index % 60), 城市: '上海', 'quo"te': '🙂' },
      IsRobot: index % 10 === 0,
    })),
  );
});

test('the item comes out with its own data and the outcome', async () => {
  const item = {
    json: { UserId: '7', other: { kept: [1, null] } },
    binary: { file: { data: 'YQ==', mimeType: 'text/plain' } },
  };
  const { success } = await registerUsers(emulator, [item]);
  expect(success).toEqual([
    {
      json: {
        ...item.json,
        outcome: { success: true, userId: '7', requestId: emulator.arrivals[0]?.requestId, attempts: 1 },
      },
      binary: item.binary,
      pairedItem: { item: 0 },
    },
  ]);
});

test('the outcome field can have another name', async () => {
  const { success } = await registerUsers(emulator, [{ UserId: '7' }], {
    options: { outcomeField: 'result' },
  });
  expect(success[0]?.json.result).toMatchObject({ userId: '7' });
});

test('a run is summed up in one hint', async () => {
  const { hints } = await registerUsers(emulator, [...rowsOf(30), { UserId: 'Ann' }]);
  expect(hints).toEqual([
    expect.stringMatching(
      /^30 users newly registered, 0 already registered, 1 failed \(2 requests, 0 retries, \d+\.\d s\)\.$/,
    ),
  ]);
});

describe('mapped columns', () => {
  test('take constants and expressions', async () => {
    await registerUsers(emulator, [{ id: 5, first: 'Ana', last: 'Silva' }], {
      columns: {
        UserId: '={{ $json.id }}',
        NickName: '={{ $json.first + " " + $json.last }}',
        Tags: 'import',
        Ext: '={{ { source: "crm", row: $itemIndex } }}',
        Portrait: '',
        IsRobot: true,
      },
    });
    expect(emulator.ledger.find(sampleAppId, '5')?.profile).toEqual({
      NickName: 'Ana Silva',
      Tags: ['import'],
      Ext: { source: 'crm', row: '0' },
      IsRobot: true,
    });
  });

  test('take a list from an expression', async () => {
    await registerUsers(emulator, [{ id: '5', tags: ['a', 'b'] }], {
      columns: { UserId: '={{ $json.id }}', Tags: '={{ $json.tags }}' },
    });
    expect(emulator.ledger.find(sampleAppId, '5')?.profile.Tags).toEqual(['a', 'b']);
  });

  test('that fail for an item fail that item only', async () => {
    const { success, failed } = await registerUsers(emulator, [{ UserId: '1' }, { UserId: '2', name: 'x' }], {
      columns: {
        UserId: '={{ $json.UserId }}',
        NickName: '={{ $json.name ?? $("Nowhere").first().json.name }}',
      },
    });
    expect(success.map(({ json }) => json.UserId)).toEqual(['2']);
    expect(outcomes(failed)).toEqual([
      expect.objectContaining({
        kind: 'validation',
        message: expect.stringContaining('NickName: its expression failed'),
      }),
    ]);
  });
});

test('automatic mapping understands the usual spellings and ignores other fields', async () => {
  const spellings = [
    { user_id: '1', nick_name: 'A', is_robot: 'no', city: 'x' },
    { 'User ID': '2', 'Nick Name': 'B', 'Is Robot': 'no' },
    { userId: '3', nickName: 'C', isRobot: false },
    { 'USER-ID': '4', NICKNAME: 'D', 'is-robot': 0 },
    { UserId: 5, NickName: 'E', IsRobot: 'false' },
  ];
  const { success } = await registerUsers(emulator, spellings, { columns: 'auto' });
  expect(success).toHaveLength(5);
  const profiles = ['1', '2', '3', '4', '5'].map((id) => emulator.ledger.find(sampleAppId, id)?.profile);
  expect(profiles).toEqual(['A', 'B', 'C', 'D', 'E'].map((NickName) => ({ NickName, IsRobot: false })));
});

test('each item may name its own app, and a request is for one app', async () => {
  emulator.accounts[0]?.appIds.push(7, 8);
  const rows = Array.from({ length: 50 }, (_, index) => ({ UserId: String(index), app: 7 + (index % 2) }));
  const { success } = await registerUsers(emulator, rows, { appId: '={{ $json.app }}' });
  emulator.accounts[0]?.appIds.splice(1);
  expect(success.map(({ json }) => json.UserId)).toEqual(rows.map(({ UserId }) => UserId));
  expect(emulator.ledger.count(7)).toBe(25);
  expect(emulator.ledger.count(8)).toBe(25);
  expect(emulator.arrivals.map(({ appId, userIds }) => `${userIds.length} of ${appId}`).sort()).toEqual([
    '20 of 7',
    '20 of 8',
    '5 of 7',
    '5 of 8',
  ]);
});

test('validating only sends nothing', async () => {
  const { success, failed, hints } = await registerUsers(emulator, [...rowsOf(25), { UserId: '' }], {
    options: { validateOnly: true },
  });
  expect(emulator.arrivals).toHaveLength(0);
  expect(outcomes(success)[0]).toEqual({
    success: true,
    userId: '9007199254740993',
    attempts: 0,
    code: 'Validated',
  });
  expect([success.length, failed.length]).toEqual([25, 1]);
  expect(hints).toEqual(['Checked only, nothing was sent: 25 users valid in 2 requests, 1 failed.']);
});

test('a smaller batch size makes more requests', async () => {
  await registerUsers(emulator, rowsOf(10), { options: { batchSize: 4 } });
  expect(sizes()).toEqual([4, 4, 2]);
});

test('the limit of requests a second is kept', async () => {
  await registerUsers(emulator, rowsOf(14), { options: { batchSize: 1, maxRequestsPerSecond: 6 } });
  expect(emulator.mostArrivalsInAnyWindow(1000)).toBeLessThanOrEqual(6);
});
