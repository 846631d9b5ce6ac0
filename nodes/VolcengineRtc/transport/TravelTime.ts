/** How much one measurement moves the estimates. */
const gain = 1 / 8;

/**
 * What a request usually takes from being admitted to being answered: a moving mean and mean deviation, as TCP keeps
 * them of its round trips.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6298
 */
export class TravelTime {
  private meanMs: number | undefined;

  private deviationMs = 0;

  /**
   * Takes a measurement in.
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
}
