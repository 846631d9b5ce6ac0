import type { Arrival, Fault } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/engine/outcomes';
import { registerUsers } from '../support/engine/registerUsers';

const minuteMs = 60_000;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The three forms of a date in HTTP (RFC 9110, section 5.6.7). */
const forms: Record<string, (date: Date) => string> = {
  'IMF-fixdate': (date) => date.toUTCString(),
  'RFC 850': (date) => {
    const [, day, month, year = '', time] = date.toUTCString().split(' ');
    return `${longDays[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  },
  asctime: (date) => {
    const [, day, month, year, time] = date.toUTCString().split(' ');
    return `${days[date.getUTCDay()]} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
  },
};

/** Registers a user at a service whose clock is off and that asks for two seconds first; with what arrived. */
async function arrivalsAfter(form: (date: Date) => string, aheadMs: number): Promise<readonly Arrival[]> {
  const atService = new Date(Date.now() + aheadMs);
  const fault: Fault = {
    status: 503,
    headers: { Date: atService.toUTCString(), 'Retry-After': form(new Date(atService.getTime() + 2000)) },
  };
  const { emulator, credential } = await startWithOwnKey({ faults: [fault] });
  const { success } = await registerUsers(emulator, [{ UserId: '1' }], { credential });
  await emulator.close();
  expect(outcomesOf(success)).toMatchObject([{ attempts: 2 }]);
  return emulator.arrivals;
}

test('two seconds are two seconds, in every form of a date, and whatever the clock of the service says', async () => {
  const cases = Object.entries(forms).flatMap(([name, form]) =>
    [0, 10 * minuteMs, -10 * minuteMs].map((aheadMs) => ({ name, form, aheadMs })),
  );
  const waits = await Promise.all(
    cases.map(async ({ name, form, aheadMs }) => {
      const [first, second] = await arrivalsAfter(form, aheadMs);
      const waitedMs = (second?.at ?? 0) - (first?.at ?? 0);
      // Ten minutes, or the minute at which the node cuts any wait off, would be far more.
      return [name, aheadMs, waitedMs >= 1900 && waitedMs < 20_000];
    }),
  );
  expect(waits).toEqual(cases.map(({ name, aheadMs }) => [name, aheadMs, true]));
}, 30_000);
