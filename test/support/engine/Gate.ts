/** Lets deeds pass in their order, or keeps them back until it opens. */
export class Gate {
  /** Deeds that have passed. */
  passed = 0;

  private keptBack: Array<() => void> | undefined;

  close(): void {
    this.keptBack ??= [];
  }

  open(): void {
    const deeds = this.keptBack ?? [];
    this.keptBack = undefined;
    deeds.forEach((deed) => this.pass(deed));
  }

  pass(deed: () => void): void {
    if (this.keptBack !== undefined) {
      this.keptBack.push(deed);
      return;
    }
    this.passed += 1;
    deed();
  }
}
