import { CannotSignError } from './CannotSignError';
import { hasToJson } from './hasToJson';
import { kindOf } from './kindOf';
import { shortened } from './shortened';

/** What JSON has a form for. A Map, a Set or a Promise would come out as `{}`. */
const jsonKinds = new Set(['Object', 'Array', 'Date', 'String', 'Number', 'Boolean']);

/**
 * A body as the bytes that are sent: text as UTF-8, binary data as it is, anything else as JSON.
 *
 * @returns undefined where there is nothing to send
 * @throws CannotSignError for what has no form as JSON
 */
export function bodyBytes(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return Buffer.from(body);
  return binaryBytes(body) ?? Buffer.from(jsonOf(body));
}

function binaryBytes(body: unknown): Buffer | undefined {
  if (ArrayBuffer.isView(body)) return bytesIn(body.buffer, body.byteOffset, body.byteLength);
  if (!['ArrayBuffer', 'SharedArrayBuffer'].includes(kindOf(body))) return undefined;
  return bytesIn(body as ArrayBufferLike);
}

function bytesIn(buffer: ArrayBufferLike, offset?: number, length?: number): Buffer {
  const bytes = Buffer.from(buffer as ArrayBuffer, offset, length);
  // Another thread might change shared memory between the signature and the sending.
  return kindOf(buffer) === 'SharedArrayBuffer' ? Buffer.from(bytes) : bytes;
}

function jsonOf(body: unknown): string {
  const kind = kindOf(body);
  const text = jsonKinds.has(kind) || hasToJson(body) ? stringify(body) : undefined;
  if (typeof text === 'string') return text;
  const reason = text === undefined ? '' : ` (${shortened(text.message.replace(/\n.*/s, ''))})`;
  throw new CannotSignError(
    `The body is of the type ${kind} and cannot be written as JSON${reason}.`,
    'Send an object, or text.',
  );
}

/** JSON text, or undefined or an error where there is none: circles, and integers of the type BigInt. */
function stringify(body: unknown): string | undefined | Error {
  try {
    return JSON.stringify(body);
  } catch (error) {
    return error as Error;
  }
}
