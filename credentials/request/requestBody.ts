import { CannotSignError } from './CannotSignError';
import { arrayFormatOf, toParameters } from './parameters';
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
 * @throws CannotSignError for multipart bodies and streams, whose bytes are not known before they are sent
 */
export function requestBody(
  options: SignableOptions,
  givenType: string | undefined,
): RequestBody | undefined {
  const body = sentBody(options);
  if (options.formData !== undefined || givenType?.includes('multipart/') || isFormData(body)) {
    throw new CannotSignError('A multipart body cannot be signed. Send the body as JSON instead.');
  }
  if (isStream(body)) {
    throw new CannotSignError(
      'A streamed body cannot be signed, as its content is not known before it is sent. Send it as text or JSON instead.',
    );
  }
  const isForm = givenType?.startsWith(formType) === true;
  const form = formText(options, body, isForm);
  const bytes = form === undefined ? toBytes(body, options.method) : Buffer.from(form);
  if (bytes === undefined || bytes.length === 0) return undefined;
  return { bytes, contentType: isForm || form !== undefined ? sentFormType : (givenType ?? jsonType) };
}

/** n8n drops the body of a GET, except on the legacy way. */
function sentBody(options: SignableOptions): unknown {
  const isDropped = methodOf(options.method) === 'GET' && options.uri === undefined;
  return isDropped ? undefined : options.body;
}

function toBytes(body: unknown, method: string | undefined): Buffer | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof ArrayBuffer) return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const hasNoBody = ['GET', 'HEAD', 'OPTIONS'].includes(methodOf(method));
  if (hasNoBody && isPlainObject(body) && Object.keys(body).length === 0) return undefined;
  return Buffer.from(JSON.stringify(body));
}

/** The body as a form, where it is one: encoded already, in the legacy `form`, or as an object under a form's type. */
function formText(options: SignableOptions, body: unknown, isForm: boolean): string | undefined {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof options.form === 'string') return options.form;
  const isFields = isPlainObject(body);
  if (options.form === undefined && !(isForm && isFields)) return undefined;
  const fields = { ...(isFields && body), ...options.form };
  const parameters = toParameters(fields, arrayFormatOf(options));
  return new URLSearchParams(parameters as Array<[string, string]>).toString();
}

function methodOf(method: string | undefined): string {
  return (method ?? 'GET').toUpperCase();
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

function isFormData(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    'append' in value &&
    ('getHeaders' in value || value.constructor.name === 'FormData')
  );
}

/** Node's streams, the web's, and blobs. */
function isStream(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  return ['pipe', 'getReader', 'arrayBuffer'].some(
    (method) => typeof Reflect.get(value, method) === 'function',
  );
}
