import type { IDataObject } from 'n8n-workflow';
import { CannotSignError } from './CannotSignError';
import { shortened } from './shortened';

/**
 * The content type among the caller's headers, whatever the case of its name; of several the last, as n8n takes it.
 *
 * @returns undefined where there is none: n8n leaves headers out that are null, undefined or false
 * @throws CannotSignError for one that is no text of printable ASCII, which is changed on its way to the wire
 */
export function contentTypeOf(headers: IDataObject): string | undefined {
  const value = Object.entries(headers)
    .filter(([name, value]) => name.trim().toLowerCase() === 'content-type' && isGiven(value))
    .pop()?.[1];
  if (value === undefined) return undefined;
  const text = String(value).trim();
  if (Array.isArray(value) ? value.length > 1 : typeof value === 'object') throw refusal(text);
  if (/[^ -~]/.test(text)) throw refusal(text);
  return text === '' ? undefined : text;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function refusal(text: string): CannotSignError {
  return new CannotSignError(
    `The header Content-Type is not a media type: ${JSON.stringify(shortened(text))}. Enter one such as application/json.`,
  );
}
