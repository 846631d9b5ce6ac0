import { pendingAfter, type PendingEntry, positionsOf, type SendBatch, type Verdict } from '../pendingEntry';

/**
 * Halves a request that was refused as a whole for its content, until the users at fault are alone: at most
 * 2n-2 further requests for n users.
 *
 * Where all users of a batch turn out to be refused alike, the request is at fault and not its users; later
 * batches of the app that are refused for the same reason are then not halved. To find that out cheaply, they wait
 * for the first one's result.
 */
export function withHalving(sendBatch: SendBatch): SendBatch {
  const reasonsHalvingCannotFix = new Set<string>();
  const firstHalvings = new Map<string, Promise<unknown>>();

  const halve = async (
    pending: readonly PendingEntry[],
    verdicts: readonly Verdict[],
  ): Promise<Verdict[]> => {
    const refused = positionsOf(verdicts, 'halve');
    if (refused.length < 2) return [...verdicts];
    const middle = Math.ceil(refused.length / 2);
    const halves = [refused.slice(0, middle), refused.slice(middle)];
    const result = [...verdicts];
    await Promise.all(
      halves.map(async (half) => {
        const next = half.map((at) => pendingAfter(pending[at] as PendingEntry, verdicts[at] as Verdict));
        const found = await halve(next, await sendBatch(next));
        half.forEach((at, position) => (result[at] = found[position] as Verdict));
      }),
    );
    return result;
  };

  return async (pending) => {
    const verdicts = await sendBatch(pending);
    const refused = positionsOf(verdicts, 'halve');
    if (refused.length < 2) return verdicts;
    // All of them have what the service said of the request.
    const { code } = (verdicts[refused[0] as number] as Verdict).outcome;
    const reason = `${(pending[0] as PendingEntry).entry.group.appId} ${code}`;
    const firstHalving = firstHalvings.get(reason);
    if (firstHalving !== undefined) await firstHalving;
    if (reasonsHalvingCannotFix.has(reason)) return verdicts;
    const halving = halve(pending, verdicts).then((result) => {
      if (areAllRefusedFor(code, result)) reasonsHalvingCannotFix.add(reason);
      return result;
    });
    if (firstHalving === undefined)
      firstHalvings.set(
        reason,
        halving.catch(() => undefined),
      );
    return await halving;
  };
}

/** A code that was no user's fault once says nothing about other codes. */
function areAllRefusedFor(code: string | undefined, verdicts: readonly Verdict[]): boolean {
  return verdicts.every(({ next, outcome }) => next === 'halve' && outcome.code === code);
}
