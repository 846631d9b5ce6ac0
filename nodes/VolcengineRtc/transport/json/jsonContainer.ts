/** A list or an object of a JSON text, as far as it has been read. */
export type JsonContainer =
  | { list: unknown[] }
  /** With the name of the member that comes next. */
  | { object: Record<string, unknown>; name: string };

/** The list or the object. */
export function contentOf(container: JsonContainer): unknown {
  return 'list' in container ? container.list : container.object;
}

/** Adds the value that comes next. */
export function put(container: JsonContainer, value: unknown): void {
  if ('list' in container) container.list.push(value);
  else if (container.name === '__proto__') define(container.object, container.name, value);
  else container.object[container.name] = value;
}

/** Assigned, this name would set the prototype. */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
