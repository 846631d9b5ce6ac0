import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../support/emulator';
import { mostUnderWay } from '../support/engine/mostUnderWay';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator(options);
};
afterEach(async () => await emulator.close());

describe('users that the service refuses', () => {
  test('are on Failed with its reason, the others of their batch on Success', async () => {
    await start({ rejectUsers: { '2': 'UserNotFound', '4': { code: 'Odd', message: 'no luck' } } });
    const { success, failed } = await registerUsers(
      emulator,
      ['1', '2', '3', '4'].map((UserId) => ({ UserId })),
    );
    const { requestId } = emulator.arrivals[0] ?? {};
    expect(success.map(({ json }) => json.UserId)).toEqual(['1', '3']);
    expect(failed.map(({ json }) => json.outcome)).toEqual([
      expect.objectContaining({
        userId: '2',
        code: 'UserNotFound',
        kind: 'rejected',
        retryable: false,
        requestId,
      }),
      {
        success: false,
        userId: '4',
        code: 'Odd',
        message: 'Volcengine refused it with Odd: no luck',
        kind: 'rejected',
        retryable: false,
        attempts: 1,
        requestId,
        httpStatus: 200,
      },
    ]);
  });

  test.each(['text', 'number'] as const)('are recognised when their ids come as %s', async (failedIdsAs) => {
    await start({ failedIdsAs });
    const id = '9223372036854775807';
    await registerUsers(emulator, [{ UserId: id }]);
    const { failed } = await registerUsers(emulator, [{ UserId: id }, { UserId: '1' }]);
    expect(failed.map(({ json }) => json.outcome)).toEqual([
      expect.objectContaining({ userId: id, code: 'UserHasRegistered', kind: 'rejected' }),
    ]);
  });

  test('because they exist count as successes when they shall', async () => {
    await start();
    await registerUsers(emulator, [{ UserId: '1' }]);
    const { success, failed } = await registerUsers(emulator, [{ UserId: '1' }], {
      options: { existingUsers: 'succeed' },
    });
    expect(failed).toEqual([]);
    expect(success[0]?.json.outcome).toEqual({
      success: true,
      userId: '1',
      requestId: emulator.arrivals[1]?.requestId,
      attempts: 1,
      code: 'UserHasRegistered',
    });
  });

  test.each(['absent', 'null', 'empty'] as const)('are none when the list of them is %s', async (style) => {
    await start({ emptyFailedInfos: style });
    expect((await registerUsers(emulator, rowsOf(3))).success).toHaveLength(3);
  });
});

const fatalCases: Array<[what: string, EmulatorOptions, RegisterUsersSetUp, message: RegExp]> = [
  [
    'an unknown key',
    {},
    { credential: { accessKeyId: 'AKLTunknown' } },
    /^Volcengine does not know this Access Key ID\. Check it/,
  ],
  [
    'a wrong secret',
    {},
    { credential: { secretAccessKey: 'wrong' } },
    /^The Secret Access Key does not belong/,
  ],
  [
    'an expired session token',
    { accounts: [{ ...sampleAccount, sessionToken: 'STSnew' }] },
    { credential: { sessionToken: 'STSold' } },
    /^The Session Token is wrong or has expired/,
  ],
  [
    'a clock that is off',
    { date: () => new Date(Date.now() + 3_600_000) },
    {},
    /^The clock of the machine that runs n8n is 60 minutes behind/,
  ],
  [
    'a key without permission',
    { accounts: [{ ...sampleAccount, permitted: false }] },
    {},
    /^The access key may not use this API\. Give its user the policy RTCFullAccess/,
  ],
  ['an unknown app', {}, { appId: '12' }, /^There is no IM app with this App ID/],
  [
    'an app of another account',
    {
      accounts: [sampleAccount, { ...sampleAccount, accountId: '3', accessKeyId: 'AKLTother', appIds: [9] }],
    },
    { appId: '9' },
    /^The app belongs to another account/,
  ],
  ['an endpoint that is no address', {}, { credential: { endpoint: 'rtc' } }, /is not a web address/],
  ['a missing key', {}, { credential: { accessKeyId: ' ' } }, /has no Access Key ID/],
];

describe.each(fatalCases)('%s', (_, options, setUp, message) => {
  test('stops the workflow with an error that says what to do', async () => {
    await start(options);
    const { error, outputs } = await registerUsers(emulator, rowsOf(3000), setUp);
    expect(`${error?.message} ${error?.description}`).toMatch(message);
    expect(error?.message).not.toMatch(/\b(Check|Paste|Put|Give|Set|Enter|Look)\b/);
    expect(error?.description).toMatch(
      /^(Check|Paste|Put|Give|Set|Enter|Look)\b.* No user was processed\. Error code:/,
    );
    expect(error?.name).toBe('NodeApiError');
    expect(JSON.stringify(error)).not.toContain(sampleAccount.accessKeyId);
    expect(outputs.flat()).toEqual([]);
    // Of 150: what had left before the first answer came.
    expect(emulator.arrivals.length).toBeLessThanOrEqual(mostUnderWay);
    expect(emulator.ledger.count()).toBe(0);
  });

  test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
    'puts every user on Failed with On Error set to %s',
    async (onError) => {
      await start(options);
      const { error, success, failed, outputs } = await registerUsers(emulator, rowsOf(3000), {
        ...setUp,
        settings: { onError },
      });
      expect(error).toBeUndefined();
      expect(success).toEqual([]);
      expect(failed).toHaveLength(3000);
      expect(outputs.slice(2).flat()).toEqual([]);
      expect(failed.at(-1)?.json.outcome).toMatchObject({ kind: 'notSent', retryable: true });
      expect((failed.at(-1)?.json.outcome as { message: string }).message).toMatch(
        'Not sent, because the run stopped',
      );
    },
  );
});

test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
  'users that fail do not stop the workflow with On Error set to %s',
  async (onError) => {
    await start({ rejectUsers: { '2': 'UserNotFound' } });
    const { success, failed, outputs, error } = await registerUsers(
      emulator,
      [{ UserId: '1', error: 'of an earlier node' }, { UserId: '2' }, { UserId: 'x' }],
      { settings: { onError } },
    );
    expect(error).toBeUndefined();
    expect(success.map(({ json }) => json.UserId)).toEqual(['1']);
    expect(failed.map(({ json }) => json.UserId)).toEqual(['2', 'x']);
    expect(outputs.slice(2).flat()).toEqual([]);
  },
);

describe.each<[what: string, setUp: RegisterUsersSetUp, message: RegExp]>([
  [
    'an option out of range',
    { options: { batchSize: 21 } },
    /'Batch Size' must be a whole number from 1 to 20/,
  ],
  [
    'an option whose expression fails',
    { options: { timeout: '={{ $("Nowhere").first().json.timeout }}' } },
    /node doesn't exist/,
  ],
  ['no credential', { settings: { credentials: undefined } }, /does not have any credentials set/],
])('%s', (_, setUp, message) => {
  test('stops the workflow', async () => {
    await start();
    const { error, outputs } = await registerUsers(emulator, rowsOf(2), setUp);
    expect(error?.message).toMatch(message);
    expect(outputs.flat()).toEqual([]);
  });

  test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
    'puts every user on Failed with On Error set to %s',
    async (onError) => {
      await start();
      const settings = { ...setUp.settings, onError };
      const { error, outputs, failed } = await registerUsers(emulator, rowsOf(2), { ...setUp, settings });
      expect(error).toBeUndefined();
      expect(outputs.flat()).toHaveLength(2);
      expect(failed.map(({ json }) => json.outcome)).toEqual(
        Array(2).fill(
          expect.objectContaining({ kind: 'notSent', message: expect.stringMatching(message) as string }),
        ),
      );
      expect(emulator.arrivals).toEqual([]);
    },
  );
});
