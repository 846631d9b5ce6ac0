import { CannotSignError } from './CannotSignError';
import { kindOf } from './kindOf';
import { arrayFormatOf, toParameters } from './parameters';
import type { SignableOptions } from './signableOptions';

/**
 * The body as the text of a form, where it is one: in the legacy `form`, or as an object under a form's content type.
 *
 * @returns undefined for text and bytes, which are sent as they are
 * @throws CannotSignError for values that are no fields, and for a form beside another body
 */
export function formText(options: SignableOptions, isFormType: boolean): string | undefined {
  const { body, form } = options;
  if (form === undefined) return isFormType && !isTextOrBytes(body) ? encoded(body, options) : undefined;
  if (typeof form === 'string' && isEmpty(body)) return form;
  return encoded(isEmpty(body) ? form : merged(body, form), options);
}

function encoded(fields: unknown, options: SignableOptions): string {
  const parameters = toParameters(fields, arrayFormatOf(options));
  return new URLSearchParams(parameters as Array<[string, string]>).toString();
}

/** As n8n merges a body of fields with a form. */
function merged(body: unknown, form: unknown): object {
  if (kindOf(body) === 'Object' && kindOf(form) === 'Object') return Object.assign({}, body, form) as object;
  throw new CannotSignError('The request has a form and another body.', 'Send one of them.');
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === '' || isEmptyObject(body);
}

function isEmptyObject(body: unknown): boolean {
  return kindOf(body) === 'Object' && Object.keys(body as object).length === 0;
}

function isTextOrBytes(body: unknown): boolean {
  return typeof body === 'string' || ArrayBuffer.isView(body) || kindOf(body).endsWith('ArrayBuffer');
}
