import type { IDataObject } from 'n8n-workflow';
import { CannotSignError } from './CannotSignError';
import { shortened } from './shortened';

/** The headers of a caller, as far as they may be sent. */
export interface CallerHeaders {
  /** Those that the signature does not set, as they are. */
  others: IDataObject;
  /** Undefined where there is none: n8n leaves headers out that are null, undefined or false. */
  contentType: string | undefined;
}

/** Headers that the signature sets, and those that only the sender knows. */
const ownHeaders = new Set([
  'authorization',
  'content-length',
  'content-type',
  'host',
  'x-content-sha256',
  'x-date',
  'x-security-token',
]);

/**
 * Takes the headers of a caller apart. As n8n does, it ignores case and white space around a name, and takes the last of
 * several content types.
 *
 * @throws CannotSignError for a content type that is no text of printable ASCII, which is changed on its way to the wire
 */
export function callerHeaders(headers: IDataObject): CallerHeaders {
  const others: Array<[string, IDataObject[string]]> = [];
  let type: unknown;
  for (const [name, value] of Object.entries(headers)) {
    const plainName = name.trim().toLowerCase();
    if (!ownHeaders.has(plainName)) others.push([name, value]);
    else if (plainName === 'content-type' && isGiven(value)) type = value;
  }
  return {
    others: Object.fromEntries(others),
    contentType: type === undefined ? undefined : contentTypeOf(type),
  };
}

function contentTypeOf(value: unknown): string | undefined {
  const text = String(value).trim();
  const isList = Array.isArray(value) ? value.length > 1 : typeof value === 'object';
  if (isList || /[^ -~]/.test(text)) {
    throw new CannotSignError(
      `The header Content-Type is not a media type: ${JSON.stringify(shortened(text))}.`,
      'Enter one such as application/json.',
    );
  }
  return text === '' ? undefined : text;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
