import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Column } from '../../operations/column';
import type { Operation } from '../../operations/operation';
import type { Rows } from '../../operations/rows';
import type { Reading } from '../../values/reading';
import { columnsByName } from './columnsByName';
import { FieldNames } from './FieldNames';
import { groupReader } from './groupReader';
import { describeItem, isEmptyRow } from './missingId';
import type { Readers } from './readItem';
import { memberReader } from './memberReader';
import { type ColumnSource, readerOf, type Source, sourceOf } from './source';

/** How a node is set to read its items. */
export interface ItemReading {
  readers: Readers;
  /** What the members are read from that the rows of a request share; the first is the app's id. */
  request: readonly [Source, ...Source[]];
  readAppId(itemIndex: number): Reading;
  /** The columns, where each has an expression or constant of its own. */
  columns: readonly ColumnSource[];
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
  const sources = operation.request.map(({ fields }) =>
    fields.map(({ displayName: name, name: path }) =>
      sourceOf(context, items, { name, path, raw: parameters[path] }),
    ),
  );
  const readers = operation.request.map((member, at) => memberReader(member, sources[at] as Source[]));
  const reading = operation.rows === undefined ? withoutRows : rowReading(context, operation.rows, items);
  return {
    ...reading,
    request: sources.flat() as unknown as ItemReading['request'],
    readAppId: readers[0] as ItemReading['readAppId'],
    readers: { group: groupReader(operation, readers), ...reading.readers },
  };
}

/** Every item is a request of its own. */
const withoutRows = {
  readers: { columns: () => [], isEmpty: () => false },
  columns: [],
  unusedFields: new Set<string>(),
};

function rowReading(context: IExecuteFunctions, rows: Rows, items: readonly INodeExecutionData[]) {
  const { parameters } = context.getNode();
  const sourceWith = ({ id: name, read }: Column, path: string, raw: unknown) => ({
    ...sourceOf(context, items, { name, path, raw }),
    read,
  });
  if (rows.from === 'userId') {
    return bySources([sourceWith(rows.columns[0], rows.from, parameters[rows.from])], items);
  }
  const mapping = parameters[rows.from] as Mapping | undefined;
  if (mapping?.mappingMode === 'autoMapInputData') return byName(rows, items);
  const value = mapping?.value ?? {};
  // One column at a time, since n8n's type check of a whole mapping would fail the run for a single bad item.
  const sources = rows.columns.map((column) =>
    sourceWith(column, `${rows.from}.value.${column.id}`, value[column.id]),
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
function bySources(sources: readonly ColumnSource[], items: readonly INodeExecutionData[]) {
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
