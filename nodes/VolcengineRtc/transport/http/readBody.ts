import { untilAborted } from '../time/untilAborted';

/** A body that broke off. Its request has been sent for certain, so there is a code even where the break has none. */
export class BodyBrokenError extends Error {
  readonly code: string;

  constructor(error: Error & { code?: unknown }) {
    super(error.message);
    this.code = typeof error.code === 'string' ? error.code : 'ECONNRESET';
  }
}

/** The part of a stream that is needed to read and to give it up. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/**
 * Reads a body to its end, up to a size.
 *
 * @param givenUp aborts when the body is no longer wanted
 * @returns undefined for a body that is larger
 * @throws BodyBrokenError or the signal's reason
 */
export async function readBody(
  body: BodyStream,
  mostBytes: number,
  givenUp: AbortSignal,
): Promise<string | undefined> {
  try {
    return await untilAborted(collect(body, mostBytes).catch(breakOff), givenUp);
  } finally {
    body.destroy();
  }
}

function breakOff(error: Error): never {
  throw new BodyBrokenError(error);
}

async function collect(body: BodyStream, mostBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
