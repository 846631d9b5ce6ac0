import type { FieldType, ResourceMapperField } from 'n8n-workflow';

/** What a value of an item comes to as a member of the request: JSON text, nothing, or what is wrong with it. */
export type Reading = { json: string } | { problem: string } | undefined;

/** A member of a user in the request, which a column of the mapping fills. */
export interface Column {
  /** The API's name of the member. */
  id: string;
  /** The field's words for people. */
  displayName: string;
  /** The editor's input for a constant. */
  type: FieldType;
  required: boolean;
  /** Reads a value that is given: not undefined, not null and no empty text. */
  read(value: unknown): Reading;
}

/** A column as the editor's mapper shows it. */
export function toMapperField({ id, displayName, type, required }: Column): ResourceMapperField {
  return { id, displayName, type, required, defaultMatch: false, canBeUsedToMatch: false, display: true };
}

/** Shows a value in a message, short. */
export function quote(value: unknown): string {
  const text = typeof value === 'object' ? describeObject(value) : String(value);
  const characters = [...text.slice(0, 82)];
  return `"${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}"`.toWellFormed();
}

/** JSON where the object has one; it has none with a BigInt or a cycle inside. */
function describeObject(value: object | null): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return Object.prototype.toString.call(value);
  }
}
