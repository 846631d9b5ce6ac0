/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- placeholders that open nothing */
import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Account,
  type Emulator,
  type EmulatorOptions,
  type Fault,
} from '../../support/emulator';
import { answersIn, probe, type Probed, type Run } from './testing/probed';

let emulator: Emulator;

async function start(options: EmulatorOptions = {}): Promise<void> {
  await emulator?.close();
  emulator = await startEmulator(options);
}

const run = async (given?: Run): Promise<Probed> => await probe(emulator, given);
const sent = (action: string) => emulator.arrivals.filter((arrival) => arrival.action === action);

beforeEach(async () => await start());
afterEach(async () => await emulator.close());

describe('before anything is sent', () => {
  it('refuses without a terminal and without --yes', async () => {
    const { exitCode, output, report } = await run({ args: [] });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/There is no terminal to say yes at\.\nNothing was sent\./);
    expect([emulator.arrivals.length, report]).toEqual([0, '']);
  });

  it.each(['no\n', '\n', '', 'yesterday\n'])('refuses when %j is typed', async (typed) => {
    expect((await run({ args: [], typed })).exitCode).toBe(1);
    expect(emulator.arrivals).toHaveLength(0);
  });

  it.each(['yes\n', 'Y\n'])('begins when %j is typed', async (typed) => {
    expect((await run({ args: [], typed, asks: /a robot/ })).exitCode).toBe(0);
    expect(emulator.arrivals.length).toBeGreaterThan(0);
  });

  it('says what it is going to do: where, with which users, what it asks and what it sends', async () => {
    const { output } = await run({ args: [] });
    expect(output).toContain(`the app ${sampleAppId}\nat ${emulator.url}, region cn-north-1`);
    expect(output).toMatch(/ids from 8\d{15}000\nto 8\d{15}099/);
    expect(output).toMatch(/at most 150 requests/);
    expect(output).toContain('no broadcast (--broadcast would)');
    expect(output).toContain('- What becomes of an id that one request of RegisterUsers names twice');
    const { output: other } = await run({ args: ['--broadcast'] });
    expect(other).toContain('5 broadcasts of the 20 that a day allows');
  });

  it.each([
    ['VOLC_ACCESSKEY', '', /^Set VOLC_ACCESSKEY \(the access key ID\) in the environment\.$/m],
    ['VOLC_SECRETKEY', ' ', /^Set VOLC_SECRETKEY \(the secret access key\) in the environment\.$/m],
    ['VOLC_APP_ID', undefined, /^Set VOLC_APP_ID \(the ID of the IM app/m],
    ['VOLC_APP_ID', '5f0c1a', /VOLC_APP_ID is no integer: "5f0c1a"\. The ID of an RTC app is another one\./],
    ['VOLC_APP_ID', '2147483648', /VOLC_APP_ID is above 2147483647/],
    ['VOLC_ENDPOINT', 'rtc.volcengineapi.com', /VOLC_ENDPOINT is no web address/],
  ])('refuses %s = %j in words', async (name, value, words) => {
    const { exitCode, output } = await run({ env: { [name]: value } });
    expect(exitCode).toBe(1);
    expect(output).toMatch(words);
    expect(emulator.arrivals).toHaveLength(0);
  });

  it('names all that is missing at once, and the regions where there is no endpoint', async () => {
    const nothing = { VOLC_ACCESSKEY: '', VOLC_SECRETKEY: '', VOLC_APP_ID: '' };
    expect((await run({ env: nothing })).output).toMatch(/VOLC_ACCESSKEY.*VOLC_SECRETKEY.*VOLC_APP_ID/);
    const elsewhere = { VOLC_ENDPOINT: '', VOLC_REGION: 'eu-west-1' };
    const { exitCode, output } = await run({ env: elsewhere });
    expect([exitCode, output]).toEqual([
      1,
      'VOLC_REGION is "eu-west-1". Without VOLC_ENDPOINT it must be cn-north-1 or ap-southeast-1.\n',
    ]);
  });

  it.each([[['--broadcasts']], [['--report']], [['now']]])('refuses %j with the usage', async (args) => {
    const { exitCode, output } = await run({ args: ['--yes', ...args] });
    expect(exitCode).toBe(1);
    expect(output).toContain('Usage: npm run probe -- [--yes] [--broadcast] [--report FILE]');
    expect(emulator.arrivals).toHaveLength(0);
  });
});

describe('a whole probe', () => {
  it('answers every question, registers nobody for good and stays below its most requests', async () => {
    await start({ requestsPerSecond: 'documented' });
    const { exitCode, output, report } = await run();
    expect(exitCode).toBe(0);
    expect(answersIn({ report }, /./)).not.toMatch(/Unclear|Not answered|probe failed/);
    expect(emulator.ledger.count()).toBe(0);
    expect(emulator.ledger.formerUsers.length).toBeGreaterThan(30);
    expect(emulator.arrivals.length - 60).toBeLessThan(150);
    expect(output).toMatch(
      /All questions were asked\. All test users are unregistered again\.\nThe report is in .*\.\n$/,
    );
    expect(report).toMatch(/^- All questions were asked\. All test users are unregistered again\.$/m);
  });

  it.each<[string, EmulatorOptions]>([
    [
      'refuses all that it may',
      {
        usersPerRegistration: 10,
        tagIdsPerRequest: 5,
        tagLimits: { count: 5, characters: 16 },
        lengthsIn: 'bytes',
        clockAheadMs: 0,
        registerAgainAfterMs: 60_000,
        missingUsersAs: 'requestError',
        existingUsersAs: 'requestError',
        emptyTags: 'refused',
        userIdZero: 'refused',
      },
    ],
    [
      'takes all that it may',
      {
        usersPerRegistration: 100,
        tagIdsPerRequest: 100,
        longTexts: 'accepted',
        extLimits: 'unchecked',
        idsAsText: 'accepted',
        duplicateIds: 'inTurn',
        invalidUsers: 'failedInfos',
        missingUsersAs: 'ignored',
        existingUsersAs: 'updated',
        emptyUpdate: 'accepted',
        omittedOp: 'append',
        messageContent: 'free',
      },
    ],
  ])('asks everything of a service that %s', async (_, options) => {
    await start(options);
    const { exitCode, report } = await run({ args: ['--yes', '--broadcast'] });
    expect(answersIn({ report }, /./)).not.toMatch(/Unclear|Not answered/);
    expect([exitCode, emulator.ledger.count()]).toEqual([0, 0]);
    expect(emulator.arrivals.length - 60).toBeLessThan(150);
  });

  it('uses ids of its own alone, besides a 0 that nobody has', async () => {
    emulator.ledger.seed(sampleAppId, ['10001']);
    await run();
    const used = new Set(emulator.arrivals.flatMap(({ userIds }) => userIds));
    used.delete('1');
    const prefix = [...used].find((id) => id.length === 19)!.slice(0, 16);
    expect([...used].filter((id) => id !== '0' && !id.startsWith(prefix))).toEqual([]);
    expect(prefix).toMatch(/^8\d{15}$/);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['10001']);
  });

  it('leaves a user 0 that is there alone', async () => {
    emulator.ledger.seed(sampleAppId, ['0'], { NickName: 'real' });
    const probed = await run({ asks: /Is 0 an id/ });
    expect(answersIn(probed, /Is 0 an id/)).toContain('It was not registered');
    expect(emulator.ledger.users(sampleAppId)).toMatchObject([
      { userId: '0', profile: { NickName: 'real' }, timesRequested: 0 },
    ]);
  });

  it('leaves a user 0 alone that turns out to be there only when it is registered', async () => {
    await start({
      faults: ({ action, userIds }) =>
        action === 'BatchGetUser' && userIds.join() === '0'
          ? { body: '{"ResponseMetadata":{},"Result":{"NotFoundUsers":[0]}}' }
          : undefined,
    });
    emulator.ledger.seed(sampleAppId, ['0']);
    const probed = await run({ asks: /Is 0 an id/ });
    expect(answersIn(probed, /Is 0 an id/)).toContain('(UserHasRegistered)');
    expect(emulator.ledger.has(sampleAppId, '0')).toBe(true);
  });

  it('has the raw replies and every refusal in its report', async () => {
    const { report } = await run({ asks: /refused: a body|a robot/ });
    const last = emulator.arrivals.filter(({ code }) => code === 'JsonParsingError').at(-1)!;
    expect(report).toContain(String(last.answer));
    expect(report).toMatch(/^\| BatchGetUser \| 400 \| JsonParsingError \| {2}\| .* \| \d+ \|$/m);
    expect(report).toMatch(
      /^\| UserBroadcast of a text from a registered sender\? \| It needs --broadcast\. \|$/m,
    );
  });

  it.each([
    ['ap-southeast-1', { VOLC_REGION: 'ap-southeast-1' }],
    ['us-east-1', { VOLC_REGION: 'us-east-1' }],
  ])('signs for the region %s', async (region, env) => {
    await start({ regions: [region] });
    expect((await run({ env, asks: /a robot/ })).exitCode).toBe(0);
  });
});

describe('broadcasts', () => {
  it('are not sent without --broadcast', async () => {
    const { exitCode } = await run();
    expect([exitCode, sent('UserBroadcast').length]).toEqual([0, 0]);
  });

  it('reach nobody but test users', async () => {
    emulator.ledger.seed(sampleAppId, ['10001', '10002'], { Tags: ['probe-a'] });
    const { exitCode } = await run({ args: ['--yes', '--broadcast'] });
    expect([exitCode, sent('UserBroadcast').length]).toEqual([0, 5]);
    const reached = emulator.ledger.broadcasts.flatMap((broadcast) => broadcast.reached);
    expect(reached.length).toBeGreaterThan(0);
    expect(reached.filter((id) => !id.startsWith('8'))).toEqual([]);
  });

  it('are sent once each, also where their fate is unknown', async () => {
    await start({
      faults: ({ action }) => (action === 'UserBroadcast' ? { reset: 'afterApplying' } : undefined),
    });
    await run({ args: ['--yes', '--broadcast'], asks: /UserBroadcast of a text from a/ });
    expect(sent('UserBroadcast')).toHaveLength(2);
  });
});

describe('where something fails', () => {
  const inTheMiddle = (fault: Fault, from = 40, to = 60) => ({
    faults: ({ index }: { index: number }) => (index >= from && index < to ? fault : undefined),
  });

  it.each<[string, Fault]>([
    ['with 503', { status: 503 }],
    ['with resets', { reset: 'beforeApplying' }],
    ['with resets after carrying out', { reset: 'afterApplying' }],
    ['with pages of a proxy', { status: 502, body: '<html>Bad gateway</html>' }],
    ['by throttling', { code: 'FlowLimitExceeded' }],
    ['with codes that end a probe', { code: 'InvalidSecretToken' }],
  ])('it unregisters its users all the same: the service fails in the middle %s', async (_, fault) => {
    await start(inTheMiddle(fault, 40, 48));
    const { exitCode, output, report } = await run();
    expect(emulator.arrivals.length).toBeGreaterThan(45);
    expect(emulator.ledger.count()).toBe(0);
    expect(emulator.ledger.formerUsers.length).toBeGreaterThan(15);
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('All test users are unregistered again.'),
    ]);
    expect(report).toMatch(/^- The probe broke off\. .*All test users are unregistered again\.$/m);
    expect(answersIn({ report }, /21 users/)).toMatch(/20 users: accepted/);
  });

  it('one failure is an unclear answer, and the others are asked', async () => {
    await start(inTheMiddle({ status: 500 }, 10, 11));
    const { exitCode, report } = await run();
    const unclear = answersIn({ report }, /./).match(/Unclear: request 11: HTTP 500, InternalError\./g);
    expect([exitCode, unclear?.length]).toEqual([0, 1]);
  });

  it('it names the users that it could not unregister, in its output and in the report', async () => {
    await start({ faults: ({ action }) => (action === 'UnRegisterUsers' ? { status: 500 } : undefined) });
    const { exitCode, output, report } = await run({ asks: /a robot/ });
    const [id] = emulator.ledger.userIds(sampleAppId);
    const words = `These test users are registered still, or may be; unregister them: ${id}.`;
    expect(exitCode).toBe(1);
    expect(output).toContain(words);
    expect(report).toContain(words);
  });

  it('it unregisters them without being able to look them up, and says that they may be there', async () => {
    await start({
      faults: ({ action, index }) => (action === 'BatchGetUser' && index > 3 ? { status: 500 } : undefined),
    });
    const { exitCode, output } = await run({ asks: /21 users/ });
    expect([exitCode, emulator.ledger.count()]).toEqual([1, 0]);
    expect(output).toMatch(/may be; unregister them: 8\d{18}, 8\d{18}/);
  });

  it('it unregisters them where one that is missing refuses the whole request', async () => {
    await start({ missingUsersAs: 'requestError' });
    expect([(await run()).exitCode, emulator.ledger.count()]).toEqual([0, 0]);
  });

  it('it unregisters them where one of them spoils each request that it is in', async () => {
    let spoiler: string | undefined;
    await start({
      faults: ({ action, userIds }) => {
        if (action !== 'UnRegisterUsers') return undefined;
        spoiler ??= userIds[0];
        return userIds.length > 1 && userIds.includes(spoiler!) ? { code: 'InvalidParam' } : undefined;
      },
    });
    expect([(await run({ asks: /21 users/ })).exitCode, emulator.ledger.count()]).toEqual([0, 0]);
  });

  it('it unregisters a user that the service finds only later', async () => {
    await start({
      faults: ({ action, index, userIds }) => {
        if (action !== 'BatchGetUser' || index < 4) return undefined;
        return { body: `{"ResponseMetadata":{},"Result":{"Users":[],"NotFoundUsers":[${userIds.join()}]}}` };
      },
    });
    await run({ asks: /a robot/ });
    expect([emulator.ledger.count(), emulator.ledger.formerUsers.length]).toEqual([0, 1]);
  });

  it('an update whose profile is read too early is no answer', async () => {
    await start({
      faults: ({ action, index, userIds: [id] }) =>
        action === 'BatchGetUser' && index > 4
          ? { body: `{"ResponseMetadata":{},"Result":{"Users":[{"UserId":${id},"NickName":"before"}]}}` }
          : undefined,
    });
    const asks = /members that are left out/;
    expect(answersIn(await run({ asks }), asks)).toContain('it may have been read too early');
  });

  it('it stops asking when interrupted, unregisters its users and writes the report', async () => {
    const stop = new AbortController();
    await start({
      faults: ({ index }) => {
        if (index === 50) stop.abort();
        return undefined;
      },
    });
    const { exitCode, output, report } = await run({ stop: stop.signal });
    expect([exitCode, emulator.ledger.count()]).toEqual([1, 0]);
    expect(emulator.ledger.formerUsers.length).toBeGreaterThan(20);
    expect(emulator.arrivals.slice(51).map(({ action }) => action)).not.toContain('RegisterUsers');
    expect(output).toContain('The probe breaks off. It was interrupted.');
    expect(report).toMatch(/^- The probe broke off\. It was interrupted\. All test users/m);
  });

  it.each<[string, EmulatorOptions, RegExp]>([
    ['the keys are refused', { accounts: [] }, /refuses the keys: InvalidAccessKey/],
    ['the app is of another account', { accounts: [{ ...sampleAccount, appIds: [] }] }, /keys: AppNotFound/],
    [
      'users cannot be looked up',
      { accounts: [{ ...sampleAccount, permitted: false }] },
      /HTTP 403, AccessDenied/,
    ],
    [
      'looking up is unclear',
      { faults: ({ action }) => (action === 'BatchGetUser' ? { status: 500 } : undefined) },
      /known first/,
    ],
  ])('it registers nobody where %s', async (_, options, words) => {
    await start(options);
    const { exitCode, output, report } = await run();
    expect(exitCode).toBe(1);
    expect(output).toMatch(words);
    expect(output).toContain('No user was registered.');
    expect(sent('RegisterUsers')).toHaveLength(0);
    expect(report).toMatch(words);
  });

  it('it goes on where only the identity is refused, which is a service of its own', async () => {
    await start({
      faults: ({ action }) => (action === 'GetCallerIdentity' ? { code: 'InvalidCredential' } : undefined),
    });
    const { exitCode, report } = await run({ asks: /a robot/ });
    expect(exitCode).toBe(0);
    expect(answersIn({ report }, /GetCallerIdentity/)).toBe('No: HTTP 400, InvalidCredential.');
  });

  it('it registers nobody where an id of its own is taken', async () => {
    await start({
      faults: ({ action, userIds, appId }) => {
        if (action === 'BatchGetUser') emulator.ledger.seed(appId!, userIds.slice(0, 1));
        return undefined;
      },
    });
    expect((await run()).output).toMatch(/1 ids of the probe are users of the app\. Run it again\./);
    expect(sent('RegisterUsers')).toHaveLength(0);
  });

  it('it sends nothing where the report cannot be written', async () => {
    await expect(run({ report: '/dev/null/report.md' })).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(emulator.arrivals).toHaveLength(0);
  });
});

describe('secrets', () => {
  const account: Account = { ...sampleAccount, sessionToken: 'STSprobe/token+of=the_person' };
  const { accessKeyId, secretAccessKey, sessionToken, accountId } = account;

  it('are in no line of the output and of the report, whatever the service repeats of them', async () => {
    const repeated = `${accessKeyId} ${secretAccessKey} ${sessionToken} ${accountId}`;
    const escaped = JSON.stringify(repeated).replaceAll('/', '\\/').replaceAll('=', '\\u003D');
    await start({
      accounts: [account],
      messagesEndIn: repeated,
      faults: ({ index }) =>
        index % 5 === 4
          ? { status: 400, body: `{"ResponseMetadata":{"Error":{"Code":"X","Message":${escaped}}}}` }
          : undefined,
    });
    const { output, report } = await run({ account, args: ['--yes', '--broadcast'] });
    const signatures = emulator.arrivals.map(
      ({ headers }) => /[0-9a-f]{64}/.exec(headers.authorization ?? '')![0],
    );
    expect(new Set(signatures).size).toBeGreaterThan(50);
    const hidden = [accessKeyId, secretAccessKey, sessionToken!, accountId, ...signatures];
    const texts = [output, report, ...[output, report].map((text) => text.replace(/\\(.)/g, '$1'))];
    for (const text of texts) expect(hidden.filter((secret) => text.includes(secret))).toEqual([]);
    expect(report).toContain('***');
    expect(report).not.toContain('u003D');
  });
});
