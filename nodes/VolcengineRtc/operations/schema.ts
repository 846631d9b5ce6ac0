/** A JSON Schema, as much of it as n8n's editor shows: which fields there are, and of which types. */
export interface Schema {
  type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
}

export const text: Schema = { type: 'string' };
export const integer: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
/** Any members. */
export const anyObject: Schema = { type: 'object' };

export function arrayOf(items: Schema): Schema {
  return { type: 'array', items };
}

export function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties };
}
