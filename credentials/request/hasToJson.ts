/** Whether a value, which must not be null or undefined, says itself what it is in JSON, as dates do. */
export function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
