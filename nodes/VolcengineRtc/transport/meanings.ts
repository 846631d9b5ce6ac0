/** What follows from a reply, or from what a result says of one user. */
export interface Consequence {
  /** The failure of a user after the last attempt. */
  kind: 'rejected' | 'throttled' | 'unavailable' | 'notSent';
  /** The next step: none, the same request once more, or smaller requests. */
  next: 'none' | 'again' | 'halve';
  /** Whether the service may have processed the users although it did not say so. */
  mayBeDone: boolean;
  /** Whether the same users may succeed in a later run. */
  retryable: boolean;
  /** Whether it says what one user is, so that it is that user's own where it was alone in the request. */
  isAboutUser?: true;
  /** What cannot go on: every user of the run, or every user of the app. */
  ends?: 'run' | 'app';
  /**
   * Where the reply came from: the service, within its limit or above it; something else, or no connection at all;
   * `none` where nobody answered a request that was sent.
   */
  from: 'service' | 'throttledService' | 'elsewhere' | 'none';
}

const tooFast = { kind: 'throttled', next: 'again', mayBeDone: false, retryable: true } as const;
const failedForNow = { kind: 'unavailable', next: 'again', mayBeDone: true, retryable: true } as const;
const notArrived = { ...failedForNow, mayBeDone: false } as const;
const refused = { kind: 'rejected', mayBeDone: false, retryable: false, from: 'service' } as const;
const refusedUser = { ...refused, next: 'halve', isAboutUser: true } as const;
const refusedKey = { ...refused, next: 'none', retryable: true, ends: 'run' } as const;
const refusedApp = { ...refusedKey, ends: 'app' } as const;

/** Everything that a reply can mean, and what follows from it. */
export const consequences = {
  /** The account sends too fast. */
  throttled: { ...tooFast, from: 'throttledService' },
  /** A single user was changed too often; the account's rate has nothing to do with it. */
  userTooFrequent: { ...tooFast, from: 'service' },
  /** The quota of a day is used up; it starts anew by itself. */
  quotaUsedUp: { ...tooFast, next: 'none', ends: 'run', from: 'service' },
  /** The user was there a moment ago, and is not any more. */
  vanishedUser: { ...refusedUser, retryable: true },
  /** The service failed. */
  transient: { ...failedForNow, from: 'service' },
  /** The service did not process the request, and another one may fare better (HTTP 421 and 425). */
  unprocessed: { ...notArrived, from: 'service' },
  /** The service's answer has a result of another shape than documented. */
  invalidResult: { ...failedForNow, from: 'service' },
  /** A page of a proxy or gateway that may have passed the request on (2xx, 408, 5xx), or an answer that was cut off. */
  foreignPage: { ...failedForNow, from: 'elsewhere' },
  /** A page of a proxy or gateway that did not pass the request on. */
  notVolcengine: { ...notArrived, from: 'elsewhere' },
  /** No connection stood. */
  noConnection: { ...notArrived, from: 'elsewhere' },
  /** The connection broke. */
  noAnswer: { ...failedForNow, from: 'none' },
  /** No whole answer came before our deadline. */
  tooLate: { ...failedForNow, from: 'none' },
  /** The user is registered already. */
  existingUser: refusedUser,
  /** The user is not registered. */
  missingUser: refusedUser,
  /** One user is refused. */
  rejectedUser: refusedUser,
  /** The request is refused for its content. */
  rejectedRequest: { ...refused, next: 'halve' },
  unknownKey: refusedKey,
  wrongSecret: refusedKey,
  wrongScope: refusedKey,
  wrongToken: refusedKey,
  wrongClock: refusedKey,
  noPermission: refusedKey,
  noSuchApi: refusedKey,
  unknownApp: refusedApp,
  disabledApp: refusedApp,
  foreignApp: refusedApp,
  /** The request was not sent, and none can be: it cannot be signed, or the endpoint cannot be trusted. */
  unsendable: { kind: 'notSent', next: 'none', mayBeDone: false, retryable: true, ends: 'run', from: 'none' },
} as const satisfies Record<string, Consequence>;

export type Meaning = keyof typeof consequences;

/** What follows from a meaning. */
export function consequenceOf(meaning: Meaning): Consequence {
  return consequences[meaning];
}
