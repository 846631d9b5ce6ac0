/** Rejections in a row, and over this time, that make a closure; fewer happen by chance where many share a limit. */
const rejectionsNeeded = 4;
const windowMs = 1000;

/**
 * Recognizes a service that is closed: for a second or more it rejects everything. That says nothing about what others
 * leave of the limit.
 */
export class Closure {
  /** When the first request of the present run of rejections was sent; undefined while requests are accepted. */
  private since: number | undefined;

  private rejections = 0;

  private isFound = false;

  /** Whether all that was heard since the last accepted request are rejections. */
  get isSuspected(): boolean {
    return this.since !== undefined;
  }

  /** @returns whether the service is closed */
  hearRejection(sentAt: number): boolean {
    this.since ??= sentAt;
    this.rejections += 1;
    this.isFound ||= this.rejections >= rejectionsNeeded && sentAt >= this.since + windowMs;
    return this.isFound;
  }

  /** @returns whether the service has been closed, and is open again */
  hearAcceptance(sentAt: number): boolean {
    // One that was sent before the first rejection may have been accepted before it as well.
    if (this.since === undefined || sentAt < this.since) return false;
    const hasReopened = this.isFound;
    this.since = undefined;
    this.rejections = 0;
    this.isFound = false;
    return hasReopened;
  }
}
