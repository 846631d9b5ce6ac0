import type { Explanation } from '../../transport/explanation';
import type { ReplyInfo } from '../../transport/send';

const machineClock = 'clock of the machine that runs n8n';

const setIt = 'Set it and run the workflow again.';

/** A clock that is off by less is no reason by itself: the answer's may be that of a proxy, or the request was late. */
const littleMs = 120_000;

/** What is wrong with the clock, as far as the answer says, and what to do. */
export function describeClock({ clockAheadMs }: ReplyInfo): Explanation {
  if (clockAheadMs === undefined) {
    return { message: `The ${machineClock} is off by more than 15 minutes.`, description: setIt };
  }
  const offMs = Math.abs(clockAheadMs);
  const far = describeTime(offMs);
  if (offMs < littleMs) {
    return {
      message: `Volcengine refused the time of the request, though the ${machineClock} is off by only ${far}.`,
      description: 'Check the clock, and whether a proxy delays requests, then run the workflow again.',
    };
  }
  const direction = clockAheadMs > 0 ? 'ahead of' : 'behind';
  return { message: `The ${machineClock} is ${far} ${direction} Volcengine's.`, description: setIt };
}

function describeTime(ms: number): string {
  if (ms < littleMs) return count(ms / 1000, 'second');
  const minutes = ms / 60_000;
  if (minutes < 120) return count(minutes, 'minute');
  return minutes < 48 * 60 ? count(minutes / 60, 'hour') : count(minutes / (24 * 60), 'day');
}

function count(number: number, unit: string): string {
  const rounded = Math.round(number);
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
