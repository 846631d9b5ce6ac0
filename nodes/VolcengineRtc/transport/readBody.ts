import type { Clock } from './clock';
import { untilAborted } from './untilAborted';

/** Many times the size of any answer; more is not read, so that no answer can fill n8n's memory. */
const maxBytes = 4 * 1024 * 1024;

/** A body that is larger than any answer. */
export class BodyTooLargeError extends Error {}

/** A body that did not come to its end in time. */
export class BodyTimeoutError extends Error {
  readonly code = 'ETIMEDOUT';
}

/** A body that broke off. Its request has been sent for certain, so there is a code even where the break has none. */
export class BodyBrokenError extends Error {
  readonly code: string;

  constructor(error: Error & { code?: unknown }) {
    super(error.message);
    this.code = typeof error.code === 'string' ? error.code : 'ECONNRESET';
  }
}

/** An abort without a reason makes one each time, with a stack trace. */
const isSettled = new Error('The body has been read or given up');

/** The part of a stream that is needed to read and to give it up. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/**
 * Reads a body to its end, up to a size and within a time.
 *
 * @throws BodyTooLargeError, BodyTimeoutError, BodyBrokenError or the signal's reason
 */
export async function readBody(
  body: BodyStream,
  timeoutMs: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<string> {
  const settled = new AbortController();
  const timeout = clock.sleep(timeoutMs, settled.signal).then(() => {
    throw new BodyTimeoutError(`the answer was not complete after ${timeoutMs} ms`);
  });
  try {
    return await untilAborted(Promise.race([collect(body).catch(breakOff), timeout]), signal);
  } finally {
    body.destroy();
    settled.abort(isSettled);
  }
}

function breakOff(error: Error): never {
  throw error instanceof BodyTooLargeError ? error : new BodyBrokenError(error);
}

async function collect(body: BodyStream): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BodyTooLargeError(`it is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
