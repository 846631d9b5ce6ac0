import { type Attempt, attemptAfter, positionsOf, type Post, type Verdict } from './attempt';

/**
 * Halves a request that was refused as a whole for its content, until the users at fault are alone: at most
 * 2n-2 further requests for n users.
 *
 * Where all users of a batch turn out to be refused alike, the request is at fault and not its users; later
 * batches are then not halved. To find that out cheaply, batches wait for the first one's result.
 */
export function withHalving(post: Post): Post {
  let isUseless = false;
  let firstHalving: Promise<unknown> | undefined;

  const halve = async (attempts: readonly Attempt[], verdicts: readonly Verdict[]): Promise<Verdict[]> => {
    const refused = positionsOf(verdicts, 'halve');
    if (refused.length < 2) return [...verdicts];
    const middle = Math.ceil(refused.length / 2);
    const halves = [refused.slice(0, middle), refused.slice(middle)];
    const result = [...verdicts];
    await Promise.all(
      halves.map(async (half) => {
        const next = half.map((at) => attemptAfter(attempts[at] as Attempt, verdicts[at] as Verdict));
        const found = await halve(next, await post(next));
        half.forEach((at, position) => (result[at] = found[position] as Verdict));
      }),
    );
    return result;
  };

  return async (attempts) => {
    const verdicts = await post(attempts);
    if (positionsOf(verdicts, 'halve').length < 2) return verdicts;
    if (firstHalving !== undefined) await firstHalving;
    if (isUseless) return verdicts;
    const halving = halve(attempts, verdicts).then((result) => {
      isUseless ||= areRefusedAlike(result);
      return result;
    });
    firstHalving ??= halving.catch(() => undefined);
    return await halving;
  };
}

function areRefusedAlike(verdicts: readonly Verdict[]): boolean {
  const codes = new Set(verdicts.map(({ outcome }) => outcome.code));
  return codes.size === 1 && verdicts.every(({ next }) => next === 'halve');
}
