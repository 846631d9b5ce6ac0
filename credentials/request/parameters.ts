import type { QueryParameter } from '../signature/canonicalRequest';
import type { ArrayFormat, SignableOptions } from './signableOptions';

/** The list format that the caller chose; Volcengine's own SDKs repeat the name, so that is the default. */
export function arrayFormatOf(options: SignableOptions): ArrayFormat {
  const legacy = options.useQuerystring === false ? 'indices' : undefined;
  return options.arrayFormat ?? options.qsStringifyOptions?.arrayFormat ?? legacy ?? 'repeat';
}

/** Flattens an object of parameters into names and values; what is undefined is left out. */
export function toParameters(parameters: object, format: ArrayFormat): QueryParameter[] {
  return Object.entries(parameters).flatMap(([name, value]) => flatten(name, value, format));
}

/** Query of a URL, decoded. `+` stands for a space, as in every form-decoding server. */
export function parseQuery(search: string): QueryParameter[] {
  return [...new URLSearchParams(search)];
}

function flatten(name: string, value: unknown, format: ArrayFormat): QueryParameter[] {
  if (value === undefined) return [];
  if (value === null) return [[name, '']];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (Array.isArray(value)) return flattenList(name, value, format);
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, member]) => flatten(`${name}[${key}]`, member, format));
  }
  return [[name, String(value)]];
}

function flattenList(name: string, list: unknown[], format: ArrayFormat): QueryParameter[] {
  if (format === 'comma') return list.length === 0 ? [] : [[name, list.join(',')]];
  const suffix = { repeat: () => '', brackets: () => '[]', indices: (index: number) => `[${index}]` }[format];
  return list.flatMap((member, index) => flatten(name + suffix(index), member, format));
}
