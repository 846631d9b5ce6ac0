/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- processes of our own, outside n8n */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Has a task done in a process of its own, so that nothing before it has left traces in memory or compiled code. */
export async function ask<Result>(file: string, question: object, env: object = {}): Promise<Result> {
  const child = fork(file, {
    execArgv: [...process.execArgv, '--expose-gc'],
    env: { ...process.env, N8N_LOG_LEVEL: 'silent', ...env },
  });
  const exit = once(child, 'exit') as Promise<[code: number | null]>;
  const answer = once(child, 'message') as Promise<[Result]>;
  child.send(question);
  const [result] = await Promise.race([answer, exit.then(([code]) => fail(file, code))]);
  await exit;
  return result;
}

/** Does the task that this process was started for. */
export function answer<Question>(task: (question: Question) => Promise<unknown>): void {
  process.once('message', (question: Question) => {
    void task(question).then((result) => process.send?.(result, () => process.exit()));
  });
}

function fail(file: string, code: number | null): never {
  throw new Error(`${file} ended with ${code} before it had an answer`);
}
