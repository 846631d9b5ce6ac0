import type { Send } from './send';

/** Lets only so many calls be under way at once; the others wait for their turn, first come first served. */
export function withMaxInFlight(send: Send, most: number): Send {
  const waiting: Array<() => void> = [];
  let inFlight = 0;
  return async (request, signal) => {
    if (inFlight < most) inFlight += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await send(request, signal);
    } finally {
      // A place that is handed on stays taken.
      const next = waiting.shift();
      if (next === undefined) inFlight -= 1;
      else next();
    }
  };
}
