import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** How a list in the query or in a form is spelt: `a=1&a=2`, `a[]=1&a[]=2`, `a[0]=1&a[1]=2` or `a=1,2`. */
export type ArrayFormat = 'repeat' | 'brackets' | 'indices' | 'comma';

/**
 * Request options as n8n hands them to a credential: those of `helpers.httpRequestWithAuthentication` and the
 * legacy ones of `helpers.requestWithAuthentication`, which n8n's own HTTP Request node still uses.
 */
export type SignableOptions = Omit<IHttpRequestOptions, 'body' | 'url'> & {
  /** Whatever a caller hands over: text, fields, bytes. */
  body?: unknown;
  url?: string;
  /** Legacy name of `url`. */
  uri?: string;
  /** Legacy: the fields of a form. */
  form?: IDataObject | string;
  /** Legacy: the parts of a multipart body. */
  formData?: unknown;
  /** Legacy: how lists in `qs` are spelt. */
  qsStringifyOptions?: { arrayFormat?: ArrayFormat };
  /** Legacy: whether lists repeat their name (true) or number it (false). */
  useQuerystring?: boolean;
  /** Legacy: whether redirects are followed, on GET and HEAD and on other methods. */
  followRedirect?: boolean;
  followAllRedirects?: boolean;
  maxRedirects?: number;
};
