import type { IBuilderHint, IParameterBuilderHint } from 'n8n-workflow';
import type { Column } from './column';
import type { Operation } from './operation';
import type { Schema } from './schema';

/** What n8n's AI workflow builder reads of the node when it searches for one (n8n 2.x; older versions ignore it). */
export const nodeHint: IBuilderHint = {
  searchHint: [
    'Give it the whole list of items at once, thousands of them too: it makes the batches, keeps to the rate limit and retries by itself.',
    'It needs no Loop Over Items, no Wait, no Retry On Fail and no error output.',
    'Output 0 is Success, output 1 is Failed. Each input item comes out once, on one of them, with its own fields and the field outcome:',
    'outcome.success, outcome.userId, outcome.code, and on Failed also outcome.message and outcome.retryable.',
    'Failed users do not stop the workflow.',
  ].join(' '),
};

/** The same of an operation; undefined where its description says all. */
export function operationHint({ words, mostItems, data = {} }: Operation): IParameterBuilderHint | undefined {
  const added = Object.entries(data).map(([name, schema]) => `outcome.${name}${membersOf(schema)}`);
  const hints = [
    ...(mostItems === undefined
      ? []
      : [`Each input item is a ${words.one} of its own, so give it one item.`]),
    ...(added.length === 0 ? [] : [`Items on Success also have ${added.join(' and ')}.`]),
  ];
  return hints.length === 0 ? undefined : { propertyHint: hints.join(' ') };
}

/** The same of a mapping; the builder does not ask the node for its columns. */
export function columnsHint(columns: readonly Column[]): IParameterBuilderHint {
  const names = columns.map(({ id, required }) => (required ? `${id} (required)` : id));
  return {
    propertyHint:
      `Columns: ${names.join(', ')}. ` +
      "If the items have fields of these names: { mappingMode: 'autoMapInputData', value: null }. " +
      `Else an expression for each column: { mappingMode: 'defineBelow', value: { ${columns[0]?.id}: expr('{{ $json.id }}') } }.`,
  };
}

/** The same of the ID that an operation takes in place of a mapping. */
export const userIdHint: IParameterBuilderHint = {
  propertyHint:
    "The ID of each item's user: expr('{{ $json.userId }}'). Give all users as items, not as a list in one.",
};

/** Names of the members of an object, or of the objects in a list, in parentheses. */
function membersOf({ properties, items }: Schema): string {
  if (items !== undefined) return membersOf(items);
  return properties === undefined ? '' : ` (${Object.keys(properties).join(', ')})`;
}
