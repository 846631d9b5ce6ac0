/* eslint-disable @n8n/community-nodes/no-restricted-imports -- takes the place of DNS */
import dns, { type LookupAddress } from 'node:dns';
import { type Emulator, sampleAppId } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers } from '../support/engine/registerUsers';

const host = 'rtc.example.test';
const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };

/** What the n-th look-up of the host leads to: its addresses, or an error. */
type LookUp = (index: number) => LookupAddress[] | NodeJS.ErrnoException;

let emulator: Emulator;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await emulator.close();
});

/** Lets the host be looked up in place of DNS. */
function answer(lookUp: LookUp): void {
  let index = 0;
  const lookup = (_host: string, { all }: { all?: boolean }, done: (...answer: unknown[]) => void) => {
    const found = lookUp(index);
    index += 1;
    if (found instanceof Error) return done(found);
    return all === true ? done(null, found) : done(null, found[0]?.address, found[0]?.family);
  };
  jest.spyOn(dns, 'lookup').mockImplementation(lookup as never);
}

/** Registers a new user and one that exists. */
async function registerTwo(port: number, maxAttempts: number) {
  emulator.ledger.seed(sampleAppId, ['2']);
  return await registerUsers(emulator, [{ UserId: '1' }, { UserId: '2' }], {
    credential: { ...credential, endpoint: `http://${host}:${port}` },
    options: { maxAttempts },
  });
}

const failedWith = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`connect ${code} ${host}`), { code, syscall: 'connect' });

test('a host with two addresses where nobody listens has no connection, and says where it was sought', async () => {
  answer(() => [{ address: '::1', family: 6 }, loopback]);
  const { failed } = await registerTwo(1, 1);
  expect(outcomesOf(failed)).toMatchObject(
    Array(2).fill({
      code: expect.stringMatching(/^(ECONNREFUSED|EADDRNOTAVAIL)$/) as string,
      kind: 'unavailable',
      message: expect.stringMatching(
        /^There is no connection to the service \(\w+: connect \w+ ::1:1[^)]*\)\. /,
      ) as string,
    }),
  );
});

test.each(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'ENETDOWN', 'EAI_FAIL', 'EACCES', 'ETIMEDOUT'])(
  'a connection that fails with %s leaves no doubt about a user that exists',
  async (code) => {
    answer((index) => (index === 0 ? failedWith(code) : [loopback]));
    const result = await registerTwo(emulator.port, 4);
    expect(outcomesById(result)).toMatchObject({
      '1': { isSuccess: true, attempts: 2 },
      '2': { isSuccess: false, kind: 'rejected', code: 'UserHasRegistered', attempts: 2 },
    });
  },
);

test.each([
  ['EMFILE', /Too many files and connections are open on the machine that runs n8n\./],
  ['ENFILE', /Too many files and connections are open on the machine that runs n8n\./],
  ['EADDRNOTAVAIL', /The machine that runs n8n has no port or memory left/],
  ['ENOTFOUND', /Check the network, the proxy if there is one, and the credential's Endpoint/],
  ['ETIMEDOUT', /Check the network, the proxy if there is one, and the credential's Endpoint/],
])('what helps where it fails with %s is told', async (code, advice) => {
  answer(() => failedWith(code));
  const { failed } = await registerTwo(emulator.port, 1);
  const message = outcomesOf(failed)[0]?.message;
  expect(message).toMatch(advice);
  expect(message).not.toContain('Timeout');
});
