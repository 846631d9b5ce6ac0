/** A JSON Schema as n8n's editor reads it. */
export interface OutputSchema {
  type: string;
  properties?: Record<string, OutputSchema>;
  items?: OutputSchema;
}

/** What of a value does not fit a schema: fields that it does not list, or lists with another type. */
export function misfitsOf(schema: OutputSchema | undefined, value: unknown, path = ''): string[] {
  if (schema === undefined) return [`${path} is not listed`];
  if (typeOf(value) !== schema.type) return [`${path} is listed as ${schema.type}: ${typeOf(value)}`];
  return partsOf(schema, value, path).flatMap(([part, child, at]) => misfitsOf(child, part, at));
}

/** The fields that a schema lists, as paths. */
export function fieldsOf(schema: OutputSchema, path = ''): string[] {
  if (schema.items !== undefined) return fieldsOf(schema.items, `${path}[]`);
  const named = Object.entries(schema.properties ?? {});
  return named.flatMap(([name, child]) => [`${path}.${name}`, ...fieldsOf(child, `${path}.${name}`)]);
}

/** Those of the fields that a value has. */
export function fieldsIn(schema: OutputSchema, value: unknown, path = ''): string[] {
  return partsOf(schema, value, path).flatMap(([part, child, at]) => {
    if (child === undefined) return [];
    const deeper = fieldsIn(child, part, at);
    return Array.isArray(value) ? deeper : [at, ...deeper];
  });
}

/** Members of a value with what a schema says of them; an object without listed members may have any. */
function partsOf(
  { properties, items }: OutputSchema,
  value: unknown,
  path: string,
): Array<[part: unknown, schema: OutputSchema | undefined, path: string]> {
  if (Array.isArray(value)) return value.map((part) => [part, items, `${path}[]`]);
  if (properties === undefined || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, part]) => [part, properties[name], `${path}.${name}`]);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}
