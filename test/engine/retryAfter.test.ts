import type { Fault } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers } from '../support/engine/registerUsers';
import { endLongSleeps, longSleeps } from '../support/time/n8nSleep';
import { until } from '../support/time/until';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/n8nSleep')>('../support/time/n8nSleep')
    .n8nWorkflowOfSomeVersion(),
);

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

/** How far ahead the service asks for the next attempt: a long sleep, so that nothing has to wait for it. */
const askedMs = 40_000;

/** Registers a user at a service whose clock is off and that asks for time first; with how long the node meant to wait. */
async function waitAfter(form: (date: Date) => string, aheadMs: number): Promise<number | undefined> {
  const atService = new Date(Date.now() + aheadMs);
  const fault: Fault = {
    status: 503,
    headers: {
      Date: atService.toUTCString(),
      'Retry-After': form(new Date(atService.getTime() + askedMs)),
    },
  };
  const { emulator, credential } = await startWithOwnKey({ faults: [fault] });
  const options = { giveUpAfter: 0 };
  const registering = registerUsers(emulator, [{ UserId: '1' }], { credential, options });
  await until('the node waits before the next attempt', () => longSleeps().length > 0);
  const [wait] = longSleeps();
  endLongSleeps();
  const { success } = await registering;
  await emulator.close();
  expect(outcomesOf(success)).toMatchObject([{ attempts: 2 }]);
  return wait?.ms;
}

test.each(
  Object.entries(forms).flatMap(([name, form]) =>
    [0, 10 * minuteMs, -10 * minuteMs].map((aheadMs) => ({ name, form, aheadMs })),
  ),
)(
  'forty seconds are forty seconds as a date of the form $name, where the clock of the service is $aheadMs ms ahead',
  async ({ form, aheadMs }) => {
    const waitMs = await waitAfter(form, aheadMs);
    // On top of what the service asks for comes half a second at most, so that not all come back at once.
    expect(waitMs).toBeGreaterThanOrEqual(askedMs);
    expect(waitMs).toBeLessThan(askedMs + 500);
  },
);
