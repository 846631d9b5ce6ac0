/** Why users are not sent: something that none of them can get past. */
export interface StopReason {
  code: string;
  message: string;
  httpStatus?: number;
  /** Set where it concerns one app alone. */
  appId?: string;
}
