import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Column } from '../operations/columns/column';
import { valueReader } from './valueReader';

/** The value that an item gives a column; undefined for none. Throws what an expression throws. */
export type ColumnReader = (itemIndex: number, column: Column) => unknown;

/** Value of the resource mapper as the workflow holds it, its expressions not evaluated. */
interface Mapping {
  mappingMode?: string;
  value?: Record<string, unknown> | null;
}

/** How the columns get their values: each from its own expression or constant, or automatically by name. */
export function columnReader(context: IExecuteFunctions, items: readonly INodeExecutionData[]): ColumnReader {
  const mapping = context.getNode().parameters.users as Mapping | undefined;
  return mapping?.mappingMode === 'autoMapInputData'
    ? readerByName(items)
    : mappedReader(context, items, mapping?.value ?? {});
}

/** Columns that are mapped one by one, each read in the quickest way that its text allows. */
function mappedReader(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  mapped: Record<string, unknown>,
): ColumnReader {
  const readers = new Map(
    Object.keys(mapped).map((id) => [id, valueReader(context, items, `users.value.${id}`, mapped[id])]),
  );
  return (itemIndex, { id }) => readers.get(id)?.(itemIndex);
}

/** Pairs fields with columns by name; of several that fit, the one spelt like the column wins, then the first. */
function readerByName(items: readonly INodeExecutionData[]): ColumnReader {
  const plainNames = new Map<string, string>();
  const plainNameOf = (name: string) => {
    const known = plainNames.get(name) ?? plainName(name);
    if (plainNames.size < rememberedNames) plainNames.set(name, known);
    return known;
  };
  return (itemIndex, { id }) => {
    const json = items[itemIndex]?.json ?? {};
    if (Object.hasOwn(json, id)) return json[id];
    const wanted = plainNameOf(id);
    const field = Object.keys(json).find((name) => plainNameOf(name) === wanted);
    return field === undefined ? undefined : json[field];
  };
}

/** Items of a run have the same few fields; names beyond these are worked out each time. */
const rememberedNames = 1000;

/** A name without what its spellings differ in: `user_id`, `User ID` and `userId` are one. */
function plainName(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase();
}
