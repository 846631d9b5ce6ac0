/** Names of an item's field and of what lies in it, outermost first; a list's index is a name of digits. */
export type FieldPath = readonly [string, ...string[]];

const dragged =
  /^=\{\{\s*\$json(?<steps>(?:\s*(?:\.\s*[\p{ID_Start}$_][\p{ID_Continue}$]*|\[\s*(?:"[^"\\\n{}]*"|'[^'\\\n{}]*'|\d+)\s*\]))+)\s*\}\}$/u;

const step = /\.\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)|\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\]/gu;

/** What the editor writes when a field is dragged is far shorter. */
const longestText = 1000;

/** Names that n8n refuses in expressions or that every object has: what they yield is for n8n to say. */
const doubtful = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...[
    'prototype',
    'getPrototypeOf',
    'setPrototypeOf',
    'getOwnPropertyDescriptor',
    'getOwnPropertyDescriptors',
  ],
  ...['defineProperty', 'defineProperties', 'mainModule', 'binding', '_linkedBinding', '_load', 'toJSON'],
  ...['prepareStackTrace', 'caller', 'callee', 'arguments', 'getBuiltinModule'],
]);

/**
 * Reads an expression that names one field of the item, as dragging a field makes them: `={{ $json.a["b c"][0] }}`.
 *
 * @returns undefined for any other text, which n8n has to evaluate
 */
export function parseFieldPath(text: string): FieldPath | undefined {
  const match = text.length > longestText ? null : dragged.exec(text);
  if (match === null) return undefined;
  const { steps } = match.groups as { steps: string };
  const path = [...steps.matchAll(step)].map(
    ([, name, double, single, index]) => (name ?? double ?? single ?? index) as string,
  );
  return path.some((name) => doubtful.has(name)) ? undefined : (path as unknown as FieldPath);
}

/**
 * The value at a path, where n8n's evaluator is sure to find the same.
 *
 * @returns undefined when in doubt: something on the way is no plain object or list, or the value is an object of
 * another kind, such as a date
 */
export function readFieldPath(json: object, path: FieldPath): { value: unknown } | undefined {
  let value: unknown = json;
  for (const name of path) {
    if (!isPlain(value)) return undefined;
    if (!Object.hasOwn(value, name)) return Array.isArray(value) ? undefined : { value: undefined };
    if (Array.isArray(value) && !/^\d+$/.test(name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value !== 'object' || value === null || isPlain(value) ? { value } : undefined;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
