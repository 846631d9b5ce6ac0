import { type Emulator, sampleAccount, startEmulator } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers, startRegisterUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';
import { until } from '../support/time/until';

let emulator: Emulator;
let credential: { accessKeyId: string };
let other: Emulator;
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
  other = await startEmulator({ accounts: [{ ...sampleAccount, ...credential }] });
});
afterEach(async () => await Promise.all([emulator.close(), other.close()]));

/** Waits until nothing has arrived at an endpoint for long, in turns of the event loop, which a busy machine draws out. */
async function untilLeftAlone({ arrivals }: Emulator): Promise<void> {
  let [seen, quietTurns] = [0, 0];
  await until('the endpoint is left alone', () => {
    quietTurns = arrivals.length > 0 && arrivals.length === seen ? quietTurns + 1 : 0;
    seen = arrivals.length;
    return quietTurns > 600;
  });
}

test('an endpoint that throttles all that has this access key id starves no other endpoint', async () => {
  const asksForTime = { status: 429, headers: { 'Retry-After': '60' } };
  other.setFaults(() => asksForTime);
  const starving = startRegisterUsers(other, rowsOf(2000), { credential });
  // After a second of rejections the limiter of that endpoint takes it for closed, and leaves it alone for a minute.
  await untilLeftAlone(other);
  const throttled = other.arrivals.length;
  const { success, failed } = await registerUsers(emulator, rowsOf(800), { credential });
  starving.cancel();
  await starving.ended;
  expect([success.length, failed.length]).toEqual([800, 0]);
  expect(outcomesOf(success).every(({ attempts }) => attempts === 1)).toBe(true);
  // A limiter for both would let as many of the one through as of the other.
  expect(other.arrivals.length - throttled).toBeLessThan(emulator.arrivals.length / 4);
});
