/**
 * Turns that go round the executions, however many requests each has waiting. An execution that was served goes to the
 * end, as a newcomer does, so none is served twice while another waits for its first.
 */
export class Turns<Waiter extends { readonly execution: object }> {
  /** The waiters of each execution, first come first served; the execution whose turn it is comes first. */
  private readonly lines = new Map<object, Set<Waiter>>();

  /** The next waiter of each execution, in the order of their turns. */
  *next(): Generator<Waiter> {
    for (const [first] of this.lines.values()) yield first as Waiter;
  }

  add(waiter: Waiter): void {
    const line = this.lines.get(waiter.execution);
    if (line === undefined) this.lines.set(waiter.execution, new Set([waiter]));
    else line.add(waiter);
  }

  /** Takes a waiter out that gives up; its execution keeps its turn. */
  delete(waiter: Waiter): void {
    const line = this.lines.get(waiter.execution);
    line?.delete(waiter);
    if (line?.size === 0) this.lines.delete(waiter.execution);
  }

  /** Takes a waiter out that is served. */
  serve(waiter: Waiter): void {
    this.delete(waiter);
    const line = this.lines.get(waiter.execution);
    if (line === undefined) return;
    this.lines.delete(waiter.execution);
    this.lines.set(waiter.execution, line);
  }
}
