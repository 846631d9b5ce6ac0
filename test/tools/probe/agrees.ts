/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command, outside n8n */
import { createInterface } from 'node:readline';
import type { Surroundings } from './runCommand';

/** Asks the person at a terminal; without one, nobody agrees. */
export async function agrees(input: Surroundings['input'], write: Surroundings['write']): Promise<boolean> {
  if (input.isTTY !== true) {
    write('There is no terminal to say yes at.\n');
    return false;
  }
  write('Type yes to begin: ');
  // In its plain mode the terminal keeps Ctrl+C for ending the process.
  const lines = createInterface({ input, terminal: false });
  try {
    for await (const line of lines) return /^\s*y(?:es)?\s*$/i.test(line);
    return false;
  } finally {
    // Else the terminal keeps the process alive.
    lines.close();
  }
}
