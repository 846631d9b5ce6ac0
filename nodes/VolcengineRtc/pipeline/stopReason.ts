import type { Explanation } from '../transport/explanation';

/** Why users are not sent: the cause concerns all of them. */
export interface StopReason extends Explanation {
  code: string;
  httpStatus?: number;
  /** Set where it concerns one app alone. */
  appId?: string;
}
