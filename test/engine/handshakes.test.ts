import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { type Front, startFront } from '../support/engine/front';
import { outcomesById, outcomesOf } from '../support/outcomes/outcomes';
import { trust } from '../support/engine/proxy';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
let trusted: ReturnType<typeof trust>;
let front: Front;

beforeAll(async () => {
  emulator = await startEmulator({ https: true });
  trusted = trust(emulator.certificate as string);
});
afterEach(async () => await front.close());
afterAll(async () => {
  trusted.stop();
  await emulator.close();
});

/** A fatal alert of TLS (RFC 8446, section 6). */
const alert = (description: number) => Buffer.from([0x15, 3, 3, 0, 2, 2, description]);

let ids = 0;
const twoNewUsers = () => [0, 1].map(() => ({ UserId: String((ids += 1)) }));

/** Registers a new user and one that exists, where the first connections get an answer that is no TLS of the service. */
async function registerAfter(answer: Buffer, maxAttempts = 4, answered = 1) {
  front = await startFront(emulator.port, (connection) => (connection < answered ? answer : undefined));
  const rows = twoNewUsers() as [{ UserId: string }, { UserId: string }];
  emulator.ledger.seed(sampleAppId, [rows[1].UserId]);
  const result = await registerUsers(emulator, rows, {
    credential: { endpoint: `https://127.0.0.1:${front.port}` },
    options: { maxAttempts },
  });
  const byId = outcomesById(result);
  return { result, fresh: byId[rows[0].UserId], existing: byId[rows[1].UserId] };
}

const unsent: Array<[what: string, answer: Buffer]> = [
  ['a server without TLS', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['the alert handshake_failure', alert(40)],
  ['the alert protocol_version', alert(70)],
  ['the alert insufficient_security', alert(71)],
  ['the alert inappropriate_fallback', alert(86)],
  ['the alert unrecognized_name', alert(112)],
  ['the alert no_application_protocol', alert(120)],
];

test.each(unsent)('%s has not seen the request: a user that exists is on Failed', async (_what, answer) => {
  const { fresh, existing } = await registerAfter(answer);
  expect(fresh).toMatchObject({ isSuccess: true, attempts: 2 });
  expect(existing).toMatchObject({
    isSuccess: false,
    kind: 'rejected',
    code: 'UserHasRegistered',
    attempts: 2,
  });
});

test.each(unsent)('%s is told as a connection that does not stand', async (_what, answer) => {
  const { result } = await registerAfter(answer, 1);
  expect(result.error).toBeUndefined();
  expect(outcomesOf(result.failed)).toMatchObject(
    Array(2).fill({
      kind: 'unavailable',
      retryable: true,
      message: expect.stringMatching(/^There is no connection to the service/) as string,
    }),
  );
});

test.each([
  ['internal_error', alert(80)],
  ['certificate_required', alert(116)],
  ['bad_certificate', alert(42)],
])(
  'the alert %s may come after the request, so a user that exists may be one of its own',
  async (_what, answer) => {
    const { fresh, existing } = await registerAfter(answer);
    expect(fresh).toMatchObject({ isSuccess: true, attempts: 2 });
    expect(existing).toMatchObject({ isSuccess: true, code: 'UserHasRegistered', attempts: 2 });
  },
);
