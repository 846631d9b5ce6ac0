/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the real one's timer */
import { setTimeout } from 'node:timers/promises';

/**
 * The few values of n8n-workflow that the mutated code takes. Loading the real package takes longer than most
 * mutants live.
 */
export const sleep = async (ms: number, signal?: AbortSignal): Promise<void> =>
  await setTimeout(ms, undefined, { signal });

export class NodeOperationError extends Error {
  override readonly name = 'NodeOperationError';

  readonly context: { itemIndex?: number };

  constructor(
    readonly node: unknown,
    message: string,
    { itemIndex }: { itemIndex?: number } = {},
  ) {
    super(message);
    this.context = { itemIndex };
  }
}

export class NodeApiError extends Error {
  override readonly name = 'NodeApiError';

  readonly description?: string;

  readonly httpCode?: string;

  constructor(
    readonly node: unknown,
    error: { message?: string; code?: string },
    options: { message?: string; description?: string; httpCode?: string } = {},
  ) {
    super(options.message ?? error.message, { cause: error });
    // As the real one: a code takes the place of a status.
    Object.assign(this, options, { httpCode: options.httpCode ?? error.code });
  }
}

export const deepCopy = <Value>(value: Value): Value => structuredClone(value);
