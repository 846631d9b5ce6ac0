/**
 * From the admission of a request to its arrival, much as it was measured in n8n: 5 to 12 ms, and for one request in
 * fifty, which meets a busy event loop, 25 to 65 ms.
 */
export function wayMs(random: () => number): number {
  return random() < 0.02 ? 25 + 40 * random() : 5 + 7 * random();
}
