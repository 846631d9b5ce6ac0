/** Why users are not sent: the cause concerns all of them. */
export interface StopReason {
  code: string;
  message: string;
  httpStatus?: number;
  /** Set where it concerns one app alone. */
  appId?: string;
}
