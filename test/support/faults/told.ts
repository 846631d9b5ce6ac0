/** What an answer, or the lack of one, tells about one user of a request. */
export type Told =
  /** It is done: the user is registered now, or found, or the message sent. */
  | 'accepted'
  /** The user was registered before. */
  | 'exists'
  /** The user is not registered. */
  | 'missing'
  /** The user is refused; the others of the request are not concerned. */
  | 'refused'
  /** The request is refused for its content. */
  | 'requestRefused'
  /** Nothing that is sent with this key can succeed. */
  | 'fatal'
  /** Nothing that is sent for this app can succeed. */
  | 'appFatal'
  /** Too fast: this user, or the account and so the whole request. Nothing was done. */
  | 'throttled'
  | 'requestThrottled'
  /** The broadcasts of the day are used up. */
  | 'quotaUsedUp'
  /** The service failed; it may have done it. */
  | 'transient'
  /** No answer, or one that cannot be understood; the service may have done it. */
  | 'noAnswer'
  /** No connection stood, so the service has not seen the request. */
  | 'noConnection'
  /** A proxy answered in place of the service, which has not seen the request. */
  | 'stranger'
  /** The request never left, and none will. */
  | 'unsendable';

/** After these the service may have done it although nobody said so. */
export function leavesDoubt(told: Told): boolean {
  return told === 'transient' || told === 'noAnswer';
}

/** After these the user may be sent again: the answer was not about this user, or only for now. */
export function allowsAnotherRequest(told: Told): boolean {
  return [
    ...['requestRefused', 'throttled', 'requestThrottled', 'transient', 'noAnswer'],
    ...['noConnection', 'stranger'],
  ].includes(told);
}
