/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits on the real clock, as the engine does */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Emulator, sampleAccount, startEmulator } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/engine/outcomes';
import { registerUsers, startRegisterUsers } from '../support/engine/registerUsers';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
let credential: { accessKeyId: string };
let other: Emulator;
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
  other = await startEmulator({ accounts: [{ ...sampleAccount, ...credential }] });
});
afterEach(async () => await Promise.all([emulator.close(), other.close()]));

test('an endpoint that throttles all that has this access key id starves no other endpoint', async () => {
  const asksForTime = { status: 429, headers: { 'Retry-After': '60' } };
  other.setFaults(() => asksForTime);
  const starving = startRegisterUsers(other, rowsOf(2000), { credential });
  // By now the limiter of that endpoint knows that it is closed, and is quiet for a minute.
  await sleep(3000);
  const throttled = other.arrivals.length;
  expect(throttled).toBeGreaterThan(3);
  const { success, failed } = await registerUsers(emulator, rowsOf(200), { credential });
  expect(other.arrivals).toHaveLength(throttled);
  starving.cancel();
  await starving.ended;
  expect([success.length, failed.length]).toEqual([200, 0]);
  expect(outcomesOf(success).every(({ attempts }) => attempts === 1)).toBe(true);
}, 20_000);
