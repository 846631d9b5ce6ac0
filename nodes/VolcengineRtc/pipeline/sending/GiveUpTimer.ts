import type { Clock } from '../../transport/time/clock';
import { consequenceOf } from '../../transport/meanings';
import type { Reply } from '../../transport/send';
import type { StopReason } from '../stopReason';

/** Stops a run that has had no request accepted for long: it would go on for hours, and nobody would know. */
export class GiveUpTimer {
  private acceptedAt: number | undefined;

  /**
   * @param afterMs 0 for never
   * @param stop stops the run
   * @param ended aborts when the run has ended
   */
  constructor(
    private readonly afterMs: number,
    private readonly clock: Clock,
    private readonly stop: (reason: StopReason) => void,
    private readonly ended: AbortSignal,
  ) {}

  /** Counts from the first request on. */
  noteSend(): void {
    if (this.acceptedAt !== undefined || this.afterMs === 0) return;
    this.acceptedAt = this.clock.now();
    void this.watch();
  }

  /** Takes the reply to a request in; one that refuses every user is an answer too. */
  noteReply(reply: Reply): void {
    if (isAccepted(reply)) this.acceptedAt = this.clock.now();
  }

  private async watch(): Promise<void> {
    const { clock, afterMs, ended } = this;
    const leftMs = () => (this.acceptedAt as number) + afterMs - clock.now();
    for (let ms = leftMs(); ms > 0 && !ended.aborted; ms = leftMs()) {
      await clock.sleep(ms, ended).catch(() => undefined);
    }
    if (!ended.aborted) this.stop(gaveUp(afterMs));
  }
}

function isAccepted(reply: Reply): boolean {
  if (reply.kind !== 'failure') return reply.kind === 'result';
  return consequenceOf(reply.error.meaning).kind === 'rejected';
}

function gaveUp(afterMs: number): StopReason {
  return {
    code: 'GaveUp',
    message: `The service has accepted no request for ${Math.round(afterMs / 1000)} seconds.`,
    description:
      "Check what else sends with this Volcengine account, and what the users that failed say, then run the rest again. 'Give Up After (Seconds)' sets how long to wait.",
  };
}
