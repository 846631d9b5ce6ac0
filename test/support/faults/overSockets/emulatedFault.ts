import type { Fault as EmulatedFault } from '../../emulator';
import type { Fault, UserFault } from '../fault';
import { garbage } from '../garbage';
import { renderRefusal } from '../render';
import type { Refusal } from '../refusals';
import type { Told } from '../told';

/** Milliseconds for one attempt: a busy machine must not take a plain answer for a late one. */
export const timeoutMs = 10_000;

const lateMs = timeoutMs + 500;

/** A fault as the emulator takes it. */
export interface Emulated {
  fault: EmulatedFault;
  /** What it tells about every user of the request; undefined where the service itself says it. */
  told?: Told;
  /** What it tells about single users, by id. */
  toldOf?: Readonly<Record<string, Told>>;
  /** Of an answer that is not the emulator's own. */
  httpStatus?: number;
  requestId?: string;
}

/** What happens to one request. */
export interface Circumstances {
  userIds: readonly string[];
  /** Set where a user of the request has it refused whole. */
  poison?: Refusal;
  /** Text that every message ends in. */
  echo: string;
}

/** Turns a fault of the model into one of the emulator, with the same meaning and shorter times. */
export function emulated(fault: Fault, circumstances: Circumstances): Emulated {
  const { poison, echo } = circumstances;
  const it = poison === undefined ? troubled(fault, circumstances) : refused(poison, false, echo);
  if (fault.delayMs > 1000 || fault.bodyMs > 1000) return late(it.fault);
  return { ...it, fault: { delayMs: fault.delayMs % 10, ...it.fault } };
}

function late(fault: EmulatedFault): Emulated {
  return { fault: { ...fault, delayMs: lateMs }, told: 'noAnswer' };
}

function troubled({ trouble }: Fault, { userIds, echo }: Circumstances): Emulated {
  switch (trouble.kind) {
    case 'refusal':
      return refused(trouble.refusal, trouble.applies, echo, trouble.retryAfter?.seconds);
    case 'garbage': {
      const body = (garbage[trouble.garbage] as (ids: readonly string[]) => string)(userIds);
      return { fault: { body, applyFirst: trouble.applies }, told: 'noAnswer' };
    }
    case 'connection':
      return { fault: { reset: trouble.applies ? 'afterApplying' : 'beforeApplying' }, told: 'noAnswer' };
    case 'brokenBody': {
      const fault = { body: '{"ResponseMetadata":{}}', applyFirst: trouble.applies, cutOff: true };
      return { fault, told: 'noAnswer' };
    }
    case 'hang':
    case 'stalledBody':
      return late({ status: 500, applyFirst: trouble.applies });
    case 'users':
      return rejected(trouble.users, userIds, echo);
    default:
      return { fault: {} };
  }
}

function refused(refusal: Refusal, applyFirst: boolean, echo: string, retryAfterS?: number): Emulated {
  const retryAfter = retryAfterS === undefined ? undefined : Math.min(1, retryAfterS);
  const style = { idsAs: 'text', echo } as const;
  const { status, headers, body } = renderRefusal(
    'scripted',
    refusal,
    style,
    retryAfter === undefined ? undefined : { seconds: retryAfter, form: 'seconds', clockAheadMs: 0 },
    Date.now(),
  );
  const requestId = refusal.isHtml ? undefined : 'scripted';
  return { fault: { status, headers, body, applyFirst }, told: refusal.told, httpStatus: status, requestId };
}

/** Users that fail while the others are registered; the emulator has none that fail and are registered. */
function rejected(faults: readonly UserFault[], userIds: readonly string[], echo: string): Emulated {
  const rejectUsers: Record<string, { code: string; message: string }> = {};
  const toldOf: Record<string, Told> = {};
  for (const { at, code, told, applies, again } of faults) {
    if (applies || again !== undefined) continue;
    const userId = userIds[at % userIds.length] as string;
    rejectUsers[userId] = { code, message: `refused ${echo}` };
    toldOf[userId] = told;
  }
  return { fault: { rejectUsers }, toldOf };
}
