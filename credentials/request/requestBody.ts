import { bodyBytes } from './bodyBytes';
import { CannotSignError } from './CannotSignError';
import { formText } from './formText';
import { kindOf } from './kindOf';
import type { SignableOptions } from './signableOptions';

/** A body as the bytes that are hashed and sent, with the content type that they are sent under. */
export interface RequestBody {
  bytes: Buffer;
  contentType: string;
}

const jsonType = 'application/json';
const formType = 'application/x-www-form-urlencoded';
/** n8n rebuilds a body whose type is exactly `formType`, after signing; with a charset it leaves it alone. */
const sentFormType = `${formType}; charset=utf-8`;

/**
 * The body that n8n was asked to send, turned into bytes once, so that what is signed is what is sent.
 *
 * @param givenType the content type among the caller's headers
 * @returns undefined where there is nothing to send
 * @throws CannotSignError for multipart bodies and streams, whose bytes are not known before they are sent, and for what
 * has no form as text
 */
export function requestBody(
  options: SignableOptions,
  givenType: string | undefined,
): RequestBody | undefined {
  const { body } = options;
  assertNotMultipart(options, givenType);
  assertNoStream(body);
  if (body instanceof URLSearchParams && options.form === undefined) {
    return nonEmpty(Buffer.from(body.toString()), sentAs(givenType ?? formType));
  }
  const form = formText(options, mediaTypeOf(givenType) === formType);
  if (form !== undefined) return nonEmpty(Buffer.from(form), sentFormType);
  return nonEmpty(isLeftEmpty(options) ? undefined : bodyBytes(body), sentAs(givenType ?? jsonType));
}

function nonEmpty(bytes: Buffer | undefined, contentType: string): RequestBody | undefined {
  return bytes === undefined || bytes.length === 0 ? undefined : { bytes, contentType };
}

function sentAs(type: string): string {
  return type === formType ? sentFormType : type;
}

function mediaTypeOf(type: string | undefined): string | undefined {
  return type?.replace(/;.*/s, '').trimEnd().toLowerCase();
}

/** Some of n8n's nodes put an empty body on requests that have none. */
function isLeftEmpty({ method, body }: SignableOptions): boolean {
  const hasNoBody = ['GET', 'HEAD', 'OPTIONS'].includes((method ?? 'GET').toUpperCase());
  return hasNoBody && ['Object', 'Array'].includes(kindOf(body)) && Object.keys(body as object).length === 0;
}

function assertNotMultipart({ body, formData }: SignableOptions, type: string | undefined): void {
  if (formData === undefined && !type?.toLowerCase().includes('multipart/') && !isFormData(body)) return;
  throw new CannotSignError('A multipart body cannot be signed.', 'Send the body as JSON instead.');
}

/** The web's FormData, and that of the package form-data. */
function isFormData(value: unknown): boolean {
  return kindOf(value) === 'FormData' || (hasMethod(value, 'append') && hasMethod(value, 'getHeaders'));
}

/** Node's streams, the web's, blobs, and what is read piece by piece. */
function assertNoStream(body: unknown): void {
  if (!['pipe', 'getReader', 'arrayBuffer', Symbol.asyncIterator].some((name) => hasMethod(body, name)))
    return;
  throw new CannotSignError(
    'A streamed body cannot be signed, as its content is not known before it is sent.',
    'Send it as text or JSON instead.',
  );
}

function hasMethod(value: unknown, name: PropertyKey): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}
