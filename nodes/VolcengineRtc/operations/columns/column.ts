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
  const text = typeof value === 'string' ? value : (stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
