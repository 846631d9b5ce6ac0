/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a process of its own, outside n8n */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** n8n's engine, and what goes with it. */
export interface Engine {
  core: typeof import('n8n-core');
  workflow: typeof import('n8n-workflow');
  /** n8n's services. */
  container: { get<T>(service: abstract new (...args: never[]) => T): T };
}

/**
 * Loads the engine that is installed in a folder. The development dependencies hold the same one, but n8n's nodes find
 * that beside themselves, and errors and expressions want one `n8n-workflow` for all.
 */
export function loadEngine(folder: string): Engine {
  const load = createRequire(join(folder, 'package.json'));
  return {
    core: load('n8n-core') as Engine['core'],
    workflow: load('n8n-workflow') as Engine['workflow'],
    container: (load('@n8n/di') as { Container: Engine['container'] }).Container,
  };
}
