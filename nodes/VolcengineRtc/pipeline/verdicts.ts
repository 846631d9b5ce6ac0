import type { Attempt, Verdict } from './attempt';
import { inDoubt } from './messages';
import { type Failure, type FailureKind, notSent } from './outcome';

/** What went wrong, in the service's code and in words. */
interface Said {
  code: string;
  message: string;
}

/** What a reply tells about itself. */
interface About {
  httpStatus?: number;
  requestId?: string;
}

/** The user has been processed. */
export function succeeded({ entry, attempts }: Attempt, { requestId }: About): Verdict {
  return settled({ userId: entry.userId, requestId, attempts: attempts + 1 });
}

/** The user is registered already; after an attempt of unknown fate, it was that attempt that did it. */
export function existing(attempt: Attempt, said: Said, about: About, isSuccess: boolean): Verdict {
  if (!isSuccess && !attempt.isUncertain) return refused(attempt, said, about, 'settled');
  const { entry, attempts } = attempt;
  return settled({
    userId: entry.userId,
    requestId: about.requestId,
    attempts: attempts + 1,
    code: said.code,
  });
}

/** The service does not take the user, or the request that it was in. */
export function refused(attempt: Attempt, said: Said, about: About, next: Verdict['next']): Verdict {
  return failed(attempt, 'rejected', said, about, next);
}

/** A failure that another attempt may get past. */
export function failedForNow(
  attempt: Attempt,
  kind: FailureKind,
  said: Said,
  about: About & { mayHaveArrived?: boolean; retryAfterMs?: number },
): Verdict {
  const isUncertain = attempt.isUncertain || about.mayHaveArrived === true;
  const verdict = failed({ ...attempt, isUncertain }, kind, said, about, 'again');
  return { ...verdict, retryAfterMs: about.retryAfterMs ?? 0 };
}

/** The attempt was not made; what the one before it came to still holds. */
export function neverSent({ entry, attempts, isUncertain, last }: Attempt, reason: string): Verdict {
  const outcome = last ?? { userId: entry.userId, ...notSent(reason), attempts };
  return { outcome, next: 'settled', isUncertain, retryAfterMs: 0 };
}

function settled(outcome: Verdict['outcome']): Verdict {
  return { outcome, next: 'settled', isUncertain: false, retryAfterMs: 0 };
}

function failed(
  attempt: Attempt,
  kind: FailureKind,
  said: Said,
  about: About,
  next: Verdict['next'],
): Verdict {
  const { entry, attempts, isUncertain } = attempt;
  const { code, message } = said;
  const failure: Failure = {
    userId: entry.userId,
    code,
    message,
    kind,
    retryable: kind !== 'rejected',
    attempts: attempts + 1,
    requestId: about.requestId,
    httpStatus: about.httpStatus,
  };
  // An earlier attempt that may have been carried out leaves the fate unknown, whatever this one says.
  const isInDoubt = isUncertain && kind !== 'unavailable';
  return { outcome: isInDoubt ? inDoubt(failure) : failure, next, isUncertain, retryAfterMs: 0 };
}
