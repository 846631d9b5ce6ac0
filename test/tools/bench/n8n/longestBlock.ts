/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A timer that fired late: when it did, on the machine's clock, and by how much. */
type Note = [at: number, lateMs: number];

/**
 * The longest time for which an event loop was kept from a timer, in milliseconds by the clock, between two times of the
 * machine's clock. What is too short to be noted is 0.
 *
 * @param usageFolder that of the run; blocks.cjs has left its notes beside it
 */
export function longestBlockMs(usageFolder: string, from: number, to: number): number {
  const folder = `${usageFolder}-blocks`;
  const notes = readdirSync(folder).flatMap((file) => notesOf(readFileSync(join(folder, file), 'utf8')));
  return Math.max(0, ...notes.filter(([at]) => at > from && at < to).map(([, lateMs]) => lateMs));
}

/** The last line may be cut off. */
function notesOf(text: string): Note[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Note);
}
