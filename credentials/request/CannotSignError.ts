/**
 * A request that cannot be signed, with the reason and the remedy as its message.
 *
 * n8n's error wrapping keeps `httpCode`, so that a node can tell this from a network failure. A `code` would do too,
 * but n8n's credential test shows the code of an error in place of its message.
 */
export class CannotSignError extends Error {
  readonly httpCode = 'CannotSign';

  override readonly name = 'CannotSignError';
}
