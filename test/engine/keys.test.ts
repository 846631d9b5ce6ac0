import { type Emulator, type EmulatorOptions, sampleAccount, sampleAppId } from '../support/emulator';
import { startFront } from '../support/engine/front';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';
import { until } from '../support/time/until';

/** What may turn out wrong in the middle of a run. */
const changes: Array<
  [what: string, code: string, change: (emulator: Emulator) => void, options?: EmulatorOptions]
> = [
  ['the key is deleted', 'InvalidAccessKey', ({ accounts }) => void accounts.splice(0)],
  [
    'the secret is changed',
    'SignatureDoesNotMatch',
    ({ accounts }) => void accounts.forEach((account) => (account.secretAccessKey = 'bmV3')),
  ],
  [
    'the token expires',
    'InvalidSecretToken',
    ({ accounts }) => void accounts.forEach((account) => (account.sessionToken = 'STSnew')),
  ],
  [
    'the permission is taken away',
    'AccessDenied',
    ({ accounts }) => void accounts.forEach((account) => (account.permitted = false)),
  ],
  [
    'the clock is turned back',
    'InvalidTimestamp',
    (emulator) => emulator.setFaults(() => ({ code: 'InvalidTimestamp' })),
  ],
];

test.each(changes)(
  'where %s, whoever was under way may be sent again, and the others were not sent',
  async (_what, code, change) => {
    let emulator: Emulator | undefined = undefined;
    const started = await startWithOwnKey({
      // From the fifth request on, whose answer is waited for as well.
      faults: ({ index }) => {
        if (index === 4) change(emulator as unknown as Emulator);
        return undefined;
      },
    });
    emulator = started.emulator;
    const { arrivals } = emulator;
    const front = await startFront(emulator.port, () => undefined);
    front.answers.close();
    const running = registerUsers(emulator, rowsOf(2000), {
      credential: { ...started.credential, endpoint: `http://127.0.0.1:${front.port}` },
    });
    await until('twelve requests are under way', () => arrivals.length >= 12);
    front.answers.open();
    const { success, failed, error } = await running;
    await Promise.all([front.close(), emulator.close()]);
    expect(error).toBeUndefined();
    expect(success.length + failed.length).toBe(2000);
    expect(success.length).toBeGreaterThanOrEqual(80);
    expect(emulator.ledger.count(sampleAppId)).toBe(success.length);
    const outcomes = outcomesOf(failed);
    const rejected = outcomes.filter(({ kind }) => kind === 'rejected');
    expect(rejected.length).toBeGreaterThanOrEqual(7 * 20);
    expect(new Set(rejected.map((outcome) => outcome.code))).toEqual(new Set([code]));
    expect(outcomes.filter(({ kind }) => kind === 'notSent').length).toBeGreaterThan(0);
    expect(
      outcomes.every(({ kind, retryable }) => ['rejected', 'notSent'].includes(kind ?? '') && retryable),
    ).toBe(true);
  },
);

test('a short list with a wrong key stops the workflow, and says which', async () => {
  const { emulator } = await startWithOwnKey();
  const { error } = await registerUsers(emulator, [{ UserId: '1' }], {
    credential: { accessKeyId: 'AKLTnobody' },
  });
  await emulator.close();
  expect(error).toMatchObject({
    description: expect.stringMatching(/ No user was processed\. Error code: InvalidAccessKey\.$/) as string,
  });
});

test.each([
  ['the scope', { regions: ['ap-southeast-1'] }],
  ['the service', { service: 'vod' }],
])(
  'a key that is used for another part of Volcengine (%s) is told to check the region first',
  async (_what, options) => {
    const { emulator, credential } = await startWithOwnKey(options);
    const { error } = await registerUsers(emulator, [{ UserId: '1' }], { credential });
    await emulator.close();
    expect(error?.description).toMatch(/^Check Region and Endpoint in the credential, then the keys\./);
  },
);

test('the sample account itself stays as it was', () => {
  expect(sampleAccount).not.toHaveProperty('permitted');
});
