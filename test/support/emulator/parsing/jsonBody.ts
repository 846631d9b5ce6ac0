import { LosslessNumber, parse } from 'lossless-json';

/** The outcome of reading a body as JSON. */
export type JsonBody = { valid: true; value: unknown } | { valid: false; problem: string };

/**
 * Reads a body as strict JSON in UTF-8, numbers kept digit for digit. Bytes that are not UTF-8, text that is
 * not JSON, contradicting duplicate names and lone surrogates are invalid.
 */
export function readJson(body: Uint8Array): JsonBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value = parse(text);
    if (hasLoneSurrogate(value)) return { valid: false, problem: 'a string holds a lone surrogate' };
    return { valid: true, value };
  } catch (error) {
    // Besides bad syntax, nesting deep enough to exhaust the stack ends here too.
    return { valid: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a value is a JSON object, as opposed to an array, a number or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber)
  );
}

/** The digits of a bare non-negative JSON integer; undefined for anything else (text, floats, exponents). */
export function integerDigits(value: unknown): string | undefined {
  if (!(value instanceof LosslessNumber)) return undefined;
  return /^(0|[1-9][0-9]*)$/.test(value.value) ? value.value : undefined;
}

function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.some(hasLoneSurrogate);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, inner]) => hasLoneSurrogate(name) || hasLoneSurrogate(inner));
}
