import { CannotSignError } from './CannotSignError';
import { kindOf } from './kindOf';
import { arrayFormatOf, toParameters } from './parameters';
import type { SignableOptions } from './signableOptions';

/**
 * The body as the text of a form, where there are fields to be encoded: in the legacy `form`, or in an object under a
 * form's content type.
 *
 * @returns undefined for text and bytes, which are sent as they are
 * @throws CannotSignError for values that are no fields, and for a form beside another body
 */
export function formText(options: SignableOptions, isFormType: boolean): string | undefined {
  const { body, form } = options;
  const fields = form === undefined && isFormType && !isTextOrBytes(body) ? body : withForm(body, form);
  if (fields === undefined || fields === null) return undefined;
  if (typeof fields === 'string') return fields;
  const parameters = toParameters(fields, arrayFormatOf(options));
  return new URLSearchParams(parameters as Array<[string, string]>).toString();
}

/** n8n merges a legacy `form` with a body of fields. */
function withForm(body: unknown, form: unknown): unknown {
  if (form === undefined || isEmpty(body)) return form;
  if (kindOf(body) === 'Object' && kindOf(form) === 'Object')
    return { ...(body as object), ...(form as object) };
  throw new CannotSignError('The request has a form and another body. Send one of them.');
}

function isEmpty(body: unknown): boolean {
  if (body === undefined || body === null || body === '') return true;
  return kindOf(body) === 'Object' && Object.keys(body as object).length === 0;
}

function isTextOrBytes(body: unknown): boolean {
  return typeof body === 'string' || ArrayBuffer.isView(body) || kindOf(body).endsWith('ArrayBuffer');
}
