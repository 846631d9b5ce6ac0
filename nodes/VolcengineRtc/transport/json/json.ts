/** A JSON object, its members not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells whether a JSON value is an object: no list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
