import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../../operations/operation';
import type { Rows } from '../../operations/rows';
import { columnsByName } from './columnsByName';
import { FieldNames } from './FieldNames';
import { groupReader } from './groupReader';
import { describeItem, isEmptyRow } from './missingId';
import type { Readers } from './readItem';
import { readerOf, type Source, sourceOf } from './source';

/** How a node is set to read its items. */
export interface ItemReading {
  readers: Readers;
  /** The members that the rows of a request share; the first is the app's id. */
  request: readonly [Source, ...Source[]];
  /** The columns, where each has an expression or constant of its own. */
  columns: readonly Source[];
  /** Fields that no column took, where columns are mapped by name. */
  unusedFields: ReadonlySet<string>;
}

/** Value of the resource mapper as the workflow holds it, its expressions not evaluated. */
interface Mapping {
  mappingMode?: string;
  value?: Record<string, unknown> | null;
}

/** How the columns get their values: each from its own expression or constant, or automatically by name. */
export function itemReading(
  context: IExecuteFunctions,
  operation: Operation,
  items: readonly INodeExecutionData[],
): ItemReading {
  const { parameters } = context.getNode();
  const request = operation.request.map(({ field: { displayName: name, name: path }, read }) =>
    sourceOf(context, items, { name, path, raw: parameters[path], read }),
  ) as unknown as ItemReading['request'];
  const reading = rowReading(context, operation.rows, items);
  const group = groupReader(operation, request.map(readerOf));
  return { ...reading, request, readers: { group, ...reading.readers } };
}

function rowReading(context: IExecuteFunctions, rows: Rows, items: readonly INodeExecutionData[]) {
  const { parameters } = context.getNode();
  if (rows.from === 'userId') {
    const [{ id: name, read }] = rows.columns;
    const path = rows.from;
    return bySources([sourceOf(context, items, { name, path, raw: parameters[path], read })], items);
  }
  const mapping = parameters[rows.from] as Mapping | undefined;
  if (mapping?.mappingMode === 'autoMapInputData') return byName(rows, items);
  const value = mapping?.value ?? {};
  // One column at a time, since n8n's type check of a whole mapping would fail the run for a single bad item.
  const sources = rows.columns.map(({ id, read }) =>
    sourceOf(context, items, { name: id, path: `${rows.from}.value.${id}`, raw: value[id], read }),
  );
  return bySources(sources, items);
}

function byName({ columns }: Rows, items: readonly INodeExecutionData[]) {
  const names = new FieldNames(columns);
  const about =
    <Answer>(answer: (item: INodeExecutionData, names: readonly string[]) => Answer) =>
    (itemIndex: number) => {
      const item = items[itemIndex] as INodeExecutionData;
      return answer(item, names.namesOf(item.json));
    };
  return {
    readers: {
      columns: columnsByName(items, columns, names),
      isEmpty: about(isEmptyRow),
      describeItem: about(describeItem),
    },
    columns: [],
    unusedFields: names.unused,
  };
}

/** Columns with an expression or constant each, read in the quickest way that its text allows. */
function bySources(sources: readonly Source[], items: readonly INodeExecutionData[]) {
  const readers = sources.map(readerOf);
  return {
    readers: {
      columns: (itemIndex: number) => readers.map((reader) => reader(itemIndex)),
      isEmpty: (itemIndex: number) => isEmptyRow(items[itemIndex] as INodeExecutionData),
    },
    columns: sources,
    unusedFields: new Set<string>(),
  };
}
