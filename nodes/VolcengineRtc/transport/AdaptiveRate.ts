/**
 * What a sender keeps of its rate when a request is throttled. A gentle cut: the rate is the sum of many senders, so
 * together they stay near the limit; half, as TCP has it, would leave a tenth of the limit unused.
 */
const decreaseFactor = 0.8;

/**
 * What it keeps at least, however little was accepted: who gets a place in a crowded second is chance. It is also the
 * first decrease of a sender that has just begun, whose second is not yet full; the other half is for those that were
 * there before.
 */
const leastFactor = 0.5;

/**
 * From this share of the limit on, a sender has it to itself: what was throttled came a little early on its way, and
 * a slight cut is enough. Not so when it is throttled again soon: somebody else is there and gets nothing.
 */
const aloneShare = 0.9;
const aloneDecreaseFactor = 0.97;
const aloneQuietMs = 2500;

/**
 * Requests a second that each accepted request adds, at low rates. The higher, the sooner shares are equal and the
 * more requests are throttled: so much that about one in fifty is, for sixteen senders on a limit of 50.
 */
const increasePerRequest = 0.0055;

/** The rate that doubles the increase: few senders can afford to grow faster. */
const fastIncreaseAt = 6;

/** From this share of the limit on, a sender grows no faster: it would leave a smaller one ever further behind. */
const fastestShare = 0.4;

/**
 * Who is not throttled for long has room that others have left: the increase grows with the cube of the time, and
 * doubles after so long, sooner at higher rates. Few senders meet often, many seldom.
 */
const patienceMs = 33_000;
const impatientAt = 5;

/** The service counts over one second: whether a decrease was enough shows only after one. */
const windowMs = 1000;

/** After this long without a request, a sender begins anew. */
const pauseMs = 5000;

/** After this long without a request, what was learnt is out of date. */
const forgetAfterMs = 60_000;

/** Slowest rate: one request in two seconds keeps asking. */
const slowestPerSecond = 0.5;

/**
 * The rate at which a sender finds its share of a limit that others use as well, none of whom it can see: additive
 * increase for accepted requests, multiplicative decrease for throttled ones (AIMD). The increase accelerates with the
 * time since the last decrease, as that of CUBIC does.
 *
 * Alone, or with a limit to itself, a sender is never throttled and the rate does not bind.
 *
 * @see https://en.wikipedia.org/wiki/Additive_increase/multiplicative_decrease
 * @see https://www.rfc-editor.org/rfc/rfc9438
 */
export class AdaptiveRate {
  private perSecond: number;

  /** What the last decrease left, and when it was. */
  private decreasedTo: number;

  private decreasedAt = -Infinity;

  /** Times of the requests sent and accepted within the last window. */
  private sent: number[] = [];

  private accepted: number[] = [];

  /** When it sent for the first time, or for the first time after a pause. */
  private beganAt = -Infinity;

  /** @param ceiling requests a second of the whole limit */
  constructor(private readonly ceiling: number) {
    this.perSecond = ceiling;
    this.decreasedTo = ceiling;
  }

  /** How long until the next request, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    const sentAt = this.sent.at(-1) ?? -Infinity;
    if (now - sentAt > forgetAfterMs) this.perSecond = this.ceiling;
    if (this.perSecond >= this.ceiling) return 0;
    return sentAt + 1000 / this.perSecond - now;
  }

  countSent(now: number): void {
    const pausedMs = now - (this.sent.at(-1) ?? -Infinity);
    if (pausedMs > pauseMs) this.beganAt = now;
    this.sent = [...recent(this.sent, now), now];
  }

  countAccepted(now: number): void {
    this.accepted = [...recent(this.accepted, now), now];
    this.perSecond = Math.min(this.ceiling, this.perSecond + this.increase(now));
  }

  /**
   * Slows down, once for all requests that were under way together: towards what the service has accepted in the
   * last second, which is a share that it can bear.
   *
   * @param sentAt when the throttled request was sent
   */
  countThrottled(sentAt: number, now: number): void {
    if (sentAt < this.decreasedAt + windowMs) return;
    this.perSecond = sentAt < this.beganAt + windowMs ? leastFactor * this.perSecond : this.decreased(now);
    this.decreasedTo = this.perSecond;
    this.decreasedAt = now;
  }

  private decreased(now: number): number {
    const used = Math.min(this.perSecond, Math.max(1, recent(this.sent, now).length));
    const bearable = Math.max(1, recent(this.accepted, now).length);
    const isAlone = bearable >= aloneShare * this.ceiling && now - this.decreasedAt > aloneQuietMs;
    const factor = isAlone ? aloneDecreaseFactor : decreaseFactor;
    return Math.max(slowestPerSecond, leastFactor * used, Math.min(used * factor, bearable));
  }

  private increase(now: number): number {
    const rate = Math.min(this.decreasedTo, fastestShare * this.ceiling);
    const doublesAfterMs = patienceMs / (1 + rate / impatientAt);
    const acceleration = 1 + ((now - this.decreasedAt) / doublesAfterMs) ** 3;
    return increasePerRequest * (1 + rate / fastIncreaseAt) * acceleration;
  }
}

/** The times within the last window. */
function recent(times: readonly number[], now: number): number[] {
  return times.filter((at) => at > now - windowMs);
}
