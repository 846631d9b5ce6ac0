/** What the answer to a request says about the rate. */
export interface Feedback {
  /** Whether the request was rejected because more were sent than the limit allows. */
  throttled: boolean;
  /** How long the service asks to wait. */
  retryAfterMs?: number;
}

/** The right to send one request, now. */
export interface Place {
  /**
   * Gives the place back when the request has ended, however it has. Every place must be given back; further calls
   * change nothing.
   *
   * @param feedback undefined where the service did not answer
   */
  ended(feedback: Feedback | undefined): void;
}
