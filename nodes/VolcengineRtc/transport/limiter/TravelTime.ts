import type { Feedback } from './Place';
import type { Sent } from './Sent';

/** How much one measurement moves the estimates. */
const gain = 1 / 8;

/** So many answers are needed to say what one takes at least, as the first ones of a process are slow. */
const answersNeeded = 100;

/** Assumed for strict shares: no answer comes in less than this part of the time of the fastest one so far. */
const leastPart = 1 / 2;

/** A request that was given up may still be on its way, for so long. */
const givenUpMs = 1000;

/**
 * Estimates when requests arrived, from the time until they were answered. Usual is a moving mean and its mean deviation,
 * as TCP keeps them of its round trips.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6298
 */
export class TravelTime {
  private meanMs: number | undefined;

  private deviationMs = 0;

  private leastSoFarMs = givenUpMs;

  private accepted = 0;

  /** What a request's way back and the next one's way there take at least, in milliseconds. */
  get leastMs(): number {
    return this.accepted < answersNeeded ? 0 : this.leastSoFarMs;
  }

  /**
   * Notes when a request that has ended arrived.
   *
   * @param feedback undefined where no answer came
   */
  estimateArrival(sent: Sent, feedback: Feedback | undefined, now: number): void {
    const tookMs = now - sent.at;
    sent.surelyAt = now + this.doubtMs(feedback);
    if (feedback === undefined) return;
    sent.likelyAt = sent.at + this.excessOf(tookMs);
    if (!feedback.throttled) this.countAccepted(tookMs);
  }

  /** From all but accepted requests `leastMs` must not be taken off: a rejection may come back at once. */
  private doubtMs(feedback: Feedback | undefined): number {
    if (feedback === undefined) return givenUpMs + this.leastSoFarMs;
    return feedback.throttled ? this.leastSoFarMs : 0;
  }

  /** By how much a time is above the mean; 0 where it deviates no more than usual. */
  private excessOf(ms: number): number {
    const meanMs = this.meanMs ?? ms;
    const excessMs = ms - meanMs;
    const isUsual = excessMs <= this.deviationMs;
    this.meanMs = meanMs + gain * excessMs;
    this.deviationMs += gain * (Math.abs(excessMs) - this.deviationMs);
    return isUsual ? 0 : excessMs;
  }

  private countAccepted(ms: number): void {
    this.accepted += 1;
    this.leastSoFarMs = Math.min(this.leastSoFarMs, leastPart * ms);
  }
}
