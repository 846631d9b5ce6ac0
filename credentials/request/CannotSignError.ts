/**
 * A request that cannot be signed, with the reason and the remedy.
 *
 * The message has both, as n8n shows nothing else of an error of a credential. The node takes them apart again, by
 * `explanation`.
 *
 * n8n's error wrapping keeps `httpCode`, so that a node can tell this from a network failure. A `code` would do too,
 * but n8n's credential test shows the code of an error in place of its message.
 */
export class CannotSignError extends Error {
  readonly httpCode = 'CannotSign';

  override readonly name = 'CannotSignError';

  readonly explanation: { message: string; description: string };

  constructor(reason: string, remedy: string) {
    super(`${reason} ${remedy}`);
    this.explanation = { message: reason, description: remedy };
  }
}
