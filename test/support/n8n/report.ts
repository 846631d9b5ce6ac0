/** What the try-out came to. */
export interface TryOut {
  read: number;
  registered: number;
  /** How many users failed, by code. */
  failedByCode: Map<string, number>;
  requests?: number;
  /** Seconds that the node took. */
  nodeSeconds: number;
  /** Seconds from the start of n8n to its end. */
  totalSeconds: number;
  files: { registered: string; failed: string };
}

/** The outcome as a table of two columns. */
export function renderTable(tryOut: TryOut): string {
  const { requests, nodeSeconds, totalSeconds, files } = tryOut;
  const codes = [...tryOut.failedByCode].map(([code, count]): [string, string] => [
    `  ${code}`,
    String(count),
  ]);
  const rows: Array<[string, string]> = [
    ['Read', `${tryOut.read} rows`],
    ['Registered', `${tryOut.registered}`],
    ['Failed', `${failedIn(tryOut)}`],
    ...codes,
    ['Requests', requests === undefined ? 'not known' : String(requests)],
    ['Seconds', `${nodeSeconds.toFixed(1)} in the node, ${totalSeconds.toFixed(1)} with n8n's start`],
    ['Requests per second', requests === undefined ? 'not known' : (requests / nodeSeconds).toFixed(1)],
    ['Registered users', files.registered],
    ['Failed users', files.failed],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join('');
}

/** How many users failed, whatever the code. */
export function failedIn({ failedByCode }: Pick<TryOut, 'failedByCode'>): number {
  return [...failedByCode.values()].reduce((sum, count) => sum + count, 0);
}

/** How often each value occurs, the most frequent first. */
export function countEach(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
