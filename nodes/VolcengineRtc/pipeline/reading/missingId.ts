import type { INodeExecutionData } from 'n8n-workflow';
import { isGiven } from '../../values/isGiven';
import { quote } from '../../values/quote';

/** Fields that a message names at most. */
const shownFields = 10;

/**
 * Whether an item is a row with nothing in it, such as a blank line of a spreadsheet.
 *
 * @param names of its fields
 */
export function isEmptyRow(
  { json, binary }: INodeExecutionData,
  names: readonly string[] = Object.keys(json),
): boolean {
  return binary === undefined && names.every((name) => !isGiven(json[name]));
}

/** What an item has in place of an id, where columns are mapped by name; and what to do about it. */
export function describeItem(
  { json, binary }: INodeExecutionData,
  names: readonly string[] = Object.keys(json),
): string {
  const [file] = Object.keys(binary ?? {});
  if (file !== undefined) return `the item holds a file, ${quote(file)}: put Extract from File in front`;
  const shown = names.slice(0, shownFields).map(quote).join(', ');
  const more = names.length > shownFields ? ` and ${names.length - shownFields} more` : '';
  const fields = `the item has the fields ${shown}${more}`;
  return isWebhookCall(json) ? `${fields}: map the fields manually, as in {{ $json.body.userId }}` : fields;
}

/** n8n's Webhook node puts what was sent into `body`. */
function isWebhookCall(json: INodeExecutionData['json']): boolean {
  return Object.hasOwn(json, 'headers') && typeof json.body === 'object' && json.body !== null;
}
