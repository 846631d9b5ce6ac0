/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command, outside n8n */
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  yes: boolean;
  broadcast: boolean;
  /** Path of the report. */
  report: string;
}

export const usage = 'npm run probe -- [--yes] [--broadcast] [--report FILE]';

/** Reads the command line; in words what is wrong with it. */
export function readArguments(args: string[]): Arguments | { problem: string } {
  const boolean = { type: 'boolean', default: false } as const;
  const report = { type: 'string', default: 'output/probe.md' } as const;
  try {
    const { values } = parseArgs({ args, options: { yes: boolean, broadcast: boolean, report } });
    return values.report === '' ? { problem: '--report needs the name of a file.' } : values;
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
