/** Calls under way at once, as the node has at 50 requests a second and 200 ms of latency. */
const inFlight = 10;

/** Does something with each value, several at a time. */
export async function forAll<T>(values: readonly T[], work: (value: T) => Promise<void>): Promise<void> {
  const rest = values.values();
  const worker = async () => {
    for (const value of rest) await work(value);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
