/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks the kernel, outside n8n */
import { existsSync, openSync, readSync } from 'node:fs';

const path = '/proc/thread-self/schedstat';
const file = existsSync(path) ? openSync(path, 'r') : undefined;
const text = Buffer.alloc(64);

/**
 * Processor time of this thread in milliseconds, which other programs on the machine do not lengthen.
 *
 * Node tells it of the whole process only. Where the kernel tells nothing, the clock has to do.
 */
export function threadCpuMs(): number {
  if (file === undefined) return performance.now();
  const length = readSync(file, text, 0, text.length, 0);
  return Number(text.toString('latin1', 0, length).split(' ')[0]) / 1e6;
}
