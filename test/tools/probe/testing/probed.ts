/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs a command, outside n8n */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Account,
  type Emulator,
  type EmulatorOptions,
} from '../../../support/emulator';
import type { Question } from '../asking/question';
import { questionsFor } from '../questions';
import { runCommand, type Surroundings } from '../runCommand';

/** How a probe is run. */
export interface Run {
  args?: string[];
  /** Those of the questions that are asked; all by default. */
  asks?: RegExp;
  account?: Account;
  /** Over what the environment has for the emulator. */
  env?: NodeJS.ProcessEnv;
  /** What is typed at a terminal; undefined for no terminal. */
  typed?: string;
  stop?: AbortSignal;
  /** Path of the report; in a folder of its own by default. */
  report?: string;
}

/** What came of it. */
export interface Probed {
  exitCode: number;
  output: string;
  /** Empty where none was written. */
  report: string;
}

/** The environment of a person with an account of the emulator. */
export function envFor({ url }: Pick<Emulator, 'url'>, account = sampleAccount): NodeJS.ProcessEnv {
  return {
    VOLC_ACCESSKEY: account.accessKeyId,
    VOLC_SECRETKEY: account.secretAccessKey,
    VOLC_SESSION_TOKEN: account.sessionToken ?? '',
    VOLC_APP_ID: String(sampleAppId),
    VOLC_ENDPOINT: url,
  };
}

/** Runs the command against an emulator, without pauses. */
export async function probe(emulator: Emulator, run: Run = {}): Promise<Probed> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const path = run.report ?? join(folder, 'new', 'report.md');
  const { args = ['--yes'], asks, account, env, typed, stop = new AbortController().signal } = run;
  let output = '';
  const surroundings: Surroundings = {
    args: ['--report', path, ...args],
    env: { ...envFor(emulator, account), ...env },
    input: inputOf(typed),
    write: (text) => void (output += text),
    stop,
  };
  try {
    const questions = asks && questionsWith(asks, args.includes('--broadcast'));
    const exitCode = await runCommand(surroundings, { paceMs: 0, waitMs: 0 }, questions);
    return { exitCode, output, report: readIfThere(path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the command against an emulator of its own that behaves as told. */
export async function probeOf(options: EmulatorOptions, run: Run): Promise<Probed> {
  const emulator = await startEmulator(options);
  try {
    return await probe(emulator, run);
  } finally {
    await emulator.close();
  }
}

/** The answers of a report to the questions that match, one a line. */
export function answersIn({ report }: Pick<Probed, 'report'>, asks: RegExp): string {
  const [, table = ''] = /## Questions and answers\n\n([^]*?)\n\n## /.exec(report) ?? [];
  const rows = table.split('\n').slice(2);
  const cells = rows.map((row) => row.split(/ (?<!\\)\| /).map((text) => text.replace(/\\(.)/g, '$1')));
  return cells
    .filter(([question = '']) => asks.test(question))
    .map(([, answer]) => answer)
    .join('\n');
}

function questionsWith(asks: RegExp, broadcast: boolean): Question[] {
  const questions = questionsFor({ broadcast }).filter((question) => asks.test(question.asks));
  if (questions.length === 0) throw new Error(`No question asks ${asks}`);
  return questions;
}

function inputOf(typed: string | undefined): Surroundings['input'] {
  const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  input.end(typed);
  return input;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
