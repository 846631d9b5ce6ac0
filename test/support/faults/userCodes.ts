import type { Told } from './told';

/** Codes that a result gives to single users, and what each tells. */
export const userCodes: ReadonlyMap<string, Told> = new Map<string, Told>([
  ['UserHasRegistered', 'exists'],
  ['RateLimitExceeded', 'throttled'],
  ['FlowLimitExceeded.QPSOverLimit', 'throttled'],
  ['UpdateTooFrequent', 'throttled'],
  ['InternalError', 'transient'],
  ['InternalError.Database', 'transient'],
  ['UndefinedError', 'transient'],
  ['UserNotFound', 'refused'],
  ['InvalidParam', 'refused'],
  ['Surprise', 'refused'],
  ['toString', 'refused'],
]);
