import { type Emulator, sampleAccount, sampleAppId, startEmulator } from '../support/emulator';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
afterEach(async () => await emulator.close());

describe('a key whose id is the digit 1', () => {
  const credential = { accessKeyId: '1' };
  beforeEach(async () => {
    emulator = await startEmulator({ accounts: [{ ...sampleAccount, ...credential }] });
  });

  test('leaves the ids of users alone, on both outputs', async () => {
    emulator.ledger.seed(sampleAppId, ['1', '11']);
    const rows = ['1', '11', '10001'].map((UserId) => ({ UserId }));
    const result = await registerUsers(emulator, rows, { credential });
    expect(result.error).toBeUndefined();
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: false, userId: '1', code: 'UserHasRegistered', attempts: 1 },
      '11': { isSuccess: false, userId: '11', code: 'UserHasRegistered' },
      '10001': { isSuccess: true, userId: '10001', attempts: 1 },
    });
    const { requestId } = emulator.arrivals[0]!;
    expect(outcomesOf(result.success)[0]?.requestId).toBe(requestId);
  });

  test('is masked where it stands alone in a message', async () => {
    emulator.setFaults(() => ({
      rejectUsers: { '7': { code: 'Odd', message: 'key 1 may not touch user 17' } },
    }));
    const { failed } = await registerUsers(emulator, [{ UserId: '7' }], { credential });
    expect(outcomesOf(failed)[0]?.message).toBe(
      'Volcengine refused it with Odd: key *** may not touch user 17',
    );
  });
});

describe('with the sample key', () => {
  beforeEach(async () => {
    emulator = await startEmulator();
  });

  test('what looks like a secret in a profile reaches the service and comes out as it is', async () => {
    const row = {
      UserId: '1',
      NickName: 'AKLT12345678',
      Tags: `AKLT12345678,${'0af1'.repeat(16)}`,
      Portrait: `https://example.com/${'0af1'.repeat(16)}.png?${'x'.repeat(300)}`,
    };
    const { success } = await registerUsers(emulator, [row]);
    expect(success[0]?.json).toMatchObject(row);
    expect(emulator.ledger.find(sampleAppId, '1')?.profile).toMatchObject({
      NickName: row.NickName,
      Tags: row.Tags.split(','),
      Portrait: row.Portrait,
    });
  });

  test.each([200, 400])(
    'what the service says has no control characters, and is short (HTTP %i)',
    async (status) => {
      const odd = 'a\r\nb\u0000c\u001b[31md\u2028e\u202ef';
      emulator.setFaults(() => ({
        status,
        code: `${odd}${'c'.repeat(1000)}`,
        message: `${odd}${'m'.repeat(10_000)}`,
        requestId: `${odd}${'r'.repeat(1000)}`,
      }));
      const { failed } = await registerUsers(emulator, [{ UserId: '1' }], { options: { maxAttempts: 1 } });
      const [outcome] = outcomesOf(failed);
      const plain = 'a  b c [31md ef';
      expect(outcome?.requestId).toBe(`${plain}${'r'.repeat(200 - plain.length)}…`);
      expect(outcome?.code).toBe(`${plain}${'c'.repeat(100 - plain.length)}…`);
      expect(outcome?.message).toContain(`${plain}${'m'.repeat(500 - plain.length)}…`);
      expect(outcome?.message?.length).toBeLessThan(800);
      expect(JSON.stringify(outcome)).not.toMatch(/\\[rn]|\\u/);
    },
  );

  test('what the service says of a single user has none either', async () => {
    const message = `no\r\nluck\u0007 ${'m'.repeat(1000)}`;
    emulator.setFaults(() => ({ rejectUsers: { '1': { code: 'Od\td', message } } }));
    const { failed } = await registerUsers(emulator, [{ UserId: '1' }]);
    expect(outcomesOf(failed)).toMatchObject([{ code: 'Od d' }]);
    expect(outcomesOf(failed)[0]?.message).toMatch(/^Volcengine refused it with Od d: no {2}luck {2}m+…$/);
  });

  test('a page names hosts without control characters, and short', async () => {
    const headers = { Location: `https://${'h'.repeat(60)}.example.com/`, Via: `1.1 ${'v'.repeat(400)}` };
    emulator.setFaults(() => ({ status: 302, headers, body: '' }));
    const { failed } = await registerUsers(emulator, [{ UserId: '1' }], { options: { maxAttempts: 1 } });
    expect(outcomesOf(failed)[0]?.message).toContain(`the proxy ${'v'.repeat(255)}… between`);
  });

  test('the parts of the key are masked in what the service repeats, and the error too', async () => {
    const { accessKeyId, secretAccessKey } = sampleAccount;
    emulator.setFaults(() => ({
      code: 'AccessDenied',
      message: `${accessKeyId} with ${secretAccessKey} may not`,
    }));
    const { error } = await registerUsers(emulator, [{ UserId: '1' }]);
    expect(error?.description).toMatch(/Volcengine said: \*\*\* with \*\*\* may not\. No user/);
    expect(JSON.stringify(error)).not.toContain(accessKeyId);
  });
});
