/** A machine that is busy with other work: now and then nothing of the process runs for a while. */
export interface Load {
  /** Mean length of the times in which other work has the processor; 0 for none. */
  busyMs: number;
  /** Mean length of the times between them. */
  freeMs: number;
  /** When the other work ends. */
  calmAtMs?: number;
  /** So much longer takes each step of the process at first, as code is not compiled yet and nothing is connected. */
  coldMs?: number;
  /** Until when that has worn off. */
  warmAtMs?: number;
}

/** When something of the process runs that is due at a time; times only grow, but for a second or so. */
export type Machine = (dueMs: number) => number;

/** Both kinds of times are spread exponentially, so that many are short and few are long. */
export function busyMachine(
  { busyMs, freeMs, calmAtMs = Infinity, coldMs = 0, warmAtMs = 0 }: Load,
  random: () => number,
): Machine {
  const spread = (meanMs: number) => -meanMs * Math.log(1 - random());
  const busy: Array<{ from: number; to: number }> = [];
  const plannedTo = () => busy.at(-1)?.to ?? 0;
  const plan = (untilMs: number) => {
    while (busyMs > 0 && plannedTo() <= untilMs) {
      const from = plannedTo() + spread(freeMs);
      busy.push({ from, to: from + spread(busyMs) });
    }
  };
  return (dueMs) => {
    const isCold = dueMs < warmAtMs;
    const readyMs = isCold ? dueMs + coldMs * (1 - dueMs / warmAtMs) : dueMs;
    if (readyMs >= calmAtMs) return readyMs;
    plan(readyMs);
    const meanwhile = busy.findLast(({ from }) => from <= readyMs);
    return meanwhile === undefined ? readyMs : Math.max(readyMs, meanwhile.to);
  };
}
