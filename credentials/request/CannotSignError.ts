/**
 * A request that cannot be signed, with the reason and the remedy as its message.
 *
 * The code travels through n8n's error wrapping, so that a node can tell this from a network failure.
 */
export class CannotSignError extends Error {
  readonly code = 'CannotSign';

  override readonly name = 'CannotSignError';
}
