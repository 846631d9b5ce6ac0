import type { QueryParameter } from '../signature/canonicalRequest';
import { CannotSignError } from './CannotSignError';
import { hasToJson } from './hasToJson';
import { kindOf } from './kindOf';
import { shortened } from './shortened';
import type { ArrayFormat, SignableOptions } from './signableOptions';

/** Objects inside of objects; a circle ends here too. */
const deepest = 10;

/** The list format that the caller chose; Volcengine's own SDKs repeat the name, so that is the default. */
export function arrayFormatOf(options: SignableOptions): ArrayFormat {
  const legacy = options.useQuerystring === false ? 'indices' : undefined;
  return options.arrayFormat ?? options.qsStringifyOptions?.arrayFormat ?? legacy ?? 'repeat';
}

/**
 * The names and values of a query or a form, given as an object, as text or as URLSearchParams; what is undefined is
 * left out.
 *
 * @throws CannotSignError for a value that has no form as text
 */
export function toParameters(parameters: unknown, format: ArrayFormat): QueryParameter[] {
  if (parameters === undefined || parameters === null) return [];
  if (typeof parameters === 'string') return parseQuery(parameters);
  if (parameters instanceof URLSearchParams) return [...parameters];
  if (kindOf(parameters) !== 'Object') throw hasNoText('The query or form', parameters);
  return Object.entries(parameters).flatMap(([name, value]) => flatten(name, value, format));
}

/**
 * The query of a URL, decoded. `+` stands for a space, as in every form-decoding server.
 *
 * @throws CannotSignError for escapes that are no UTF-8, which decoding would replace
 */
export function parseQuery(query: string): QueryParameter[] {
  const parameters = [...new URLSearchParams(query)];
  if (/%[89a-f]/i.test(query) && isReplaced(query.toWellFormed(), parameters)) {
    throw new CannotSignError(
      'The query of the URL has percent-encoded bytes that are no UTF-8.',
      'Encode its text as UTF-8.',
    );
  }
  return parameters;
}

/** Whether decoding put U+FFFD where the query has something else. */
function isReplaced(query: string, decoded: readonly QueryParameter[]): boolean {
  const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
  return count(decoded.flat().join(), /\uFFFD/g) > count(query, /\uFFFD|%EF%BF%BD/gi);
}

function flatten(name: string, value: unknown, format: ArrayFormat, depth = 0): QueryParameter[] {
  if (value === undefined) return [];
  if (depth > deepest) {
    throw new CannotSignError(
      `The parameter "${shortened(name)}" is nested too deeply.`,
      `Nest it ${deepest} levels deep at most.`,
    );
  }
  if (Array.isArray(value)) return flattenList(name, value, format, depth);
  if (kindOf(value) === 'Object' && !hasToJson(value)) {
    return Object.entries(value as object).flatMap(([key, member]) =>
      flatten(`${name}[${key}]`, member, format, depth + 1),
    );
  }
  return [[name, textOf(name, value)]];
}

function flattenList(name: string, list: unknown[], format: ArrayFormat, depth: number): QueryParameter[] {
  if (format === 'comma') {
    return list.length === 0 ? [] : [[name, list.map((member) => textOf(name, member)).join(',')]];
  }
  const suffix = { repeat: () => '', brackets: () => '[]', indices: (index: number) => `[${index}]` }[format];
  return list.flatMap((member, index) => flatten(name + suffix(index), member, format, depth + 1));
}

function textOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (['string', 'number', 'bigint', 'boolean'].includes(typeof value)) return String(value);
  // Dates, Luxon's and others, which are null where they are invalid.
  const text: unknown = hasToJson(value) ? value.toJSON() : undefined;
  if (typeof text !== 'string') throw hasNoText(`The parameter "${shortened(name)}"`, value);
  return text;
}

function hasNoText(what: string, value: unknown): CannotSignError {
  return new CannotSignError(
    `${what} is of the type ${kindOf(value)} and has no form as text.`,
    'Send text instead.',
  );
}
