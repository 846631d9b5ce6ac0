import type { FieldType, ResourceMapperField } from 'n8n-workflow';
import type { ReadValue } from '../values/reading';

/** A member of a user in the request, which a column of the mapping fills. */
export interface Column {
  /** The API's name of the member. */
  id: string;
  /** The field's words for people. */
  displayName: string;
  /** Its words in version 0.1.0, where they were others. */
  formerName?: string;
  /** The editor's input for a constant. */
  type: FieldType;
  required: boolean;
  read: ReadValue;
  /** Whether two of its JSON texts say the same; where it is left out, they do if they are equal. */
  isSame?(json: string, other: string): boolean;
}

/** Whether two items give a column the same. */
export function isSameMember(
  { isSame }: Column,
  json: string | undefined,
  other: string | undefined,
): boolean {
  if (json === other || json === undefined || other === undefined) return json === other;
  return isSame !== undefined && isSame(json, other);
}

/**
 * A column as the editor's mapper shows it. A node that was saved with 0.1.0 keeps the words of then: of others the editor
 * warns that the columns are out of date.
 *
 * @param savedName its words in the node, if they are known
 */
export function toMapperField(column: Column, savedName?: unknown): ResourceMapperField {
  const { id, formerName, type, required } = column;
  const displayName = formerName !== undefined && savedName === formerName ? formerName : column.displayName;
  return { id, displayName, type, required, defaultMatch: false, canBeUsedToMatch: false, display: true };
}
