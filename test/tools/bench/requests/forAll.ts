/** Calls under way at once, as the node has at 50 requests a second and 200 ms of latency. */
const inFlight = 10;

/** Does something with each value, several at a time. */
export async function forAll<T>(
  values: Iterable<T> | AsyncIterable<T>,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const rest = Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : values[Symbol.iterator]();
  const worker = async () => {
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
