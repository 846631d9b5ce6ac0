/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the real one's timer */
/**
 * The few values of n8n-workflow that the mutated code takes. Loading the real package takes longer than most
 * mutants live.
 */
export const sleep = async (ms: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, ms));

export class NodeOperationError extends Error {
  override readonly name = 'NodeOperationError';

  constructor(
    readonly node: unknown,
    message: string,
  ) {
    super(message);
  }
}

export class NodeApiError extends Error {
  override readonly name = 'NodeApiError';

  readonly description?: string;

  readonly httpCode?: string;

  constructor(
    readonly node: unknown,
    error: { message?: string },
    options: { message?: string; description?: string; httpCode?: string } = {},
  ) {
    super(options.message ?? error.message, { cause: error });
    Object.assign(this, options);
  }
}
