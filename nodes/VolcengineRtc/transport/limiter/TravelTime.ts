/** How much one measurement moves the estimates. */
const gain = 1 / 8;

/** So many answers are needed to say what an answer takes at least: the first ones of a process are slow. */
const answersNeeded = 100;

/** No answer comes in less than this part of the time of the fastest one so far: the one assumption of a strict share. */
const leastPart = 1 / 2;

/**
 * What a request takes from being let through to being answered. Usual is a moving mean and its mean deviation, as TCP
 * keeps them of its round trips.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6298
 */
export class TravelTime {
  private meanMs: number | undefined;

  private deviationMs = 0;

  private fastestMs = Infinity;

  private accepted = 0;

  /**
   * Takes in what an answer took.
   *
   * @returns by how much it is above the mean, in milliseconds; 0 where it deviates no more than usual
   */
  excessOf(ms: number): number {
    const meanMs = this.meanMs ?? ms;
    const excessMs = ms - meanMs;
    const isUsual = excessMs <= this.deviationMs;
    this.meanMs = meanMs + gain * excessMs;
    this.deviationMs += gain * (Math.abs(excessMs) - this.deviationMs);
    return isUsual ? 0 : excessMs;
  }

  /** Takes in what the answer to an accepted request took; rejections come sooner. */
  countAccepted(ms: number): void {
    this.accepted += 1;
    this.fastestMs = Math.min(this.fastestMs, ms);
  }

  /** What any request takes at least to be accepted, in milliseconds. */
  get leastMs(): number {
    return this.accepted < answersNeeded ? 0 : leastPart * this.fastestMs;
  }
}
