import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readAppId } from '../../values/appId';
import type { Operation } from '../../operations/operation';
import { columnsByName } from './columnsByName';
import { FieldNames } from './FieldNames';
import { describeItem, isEmptyRow } from './missingId';
import type { Readers } from './readItem';
import { readerOf, type Source, sourceOf } from './source';

/** How a node is set to read its items. */
export interface ItemReading {
  readers: Readers;
  appId: Source;
  /** The columns, where they are mapped one by one. */
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
  const { appId: raw, users } = context.getNode().parameters;
  const mapping = users as Mapping | undefined;
  const appId = sourceOf(context, items, { name: 'App ID', path: 'appId', raw, read: readAppId });
  const reading =
    mapping?.mappingMode === 'autoMapInputData'
      ? byName(operation, items)
      : mapped(context, operation, items, mapping?.value ?? {});
  return { ...reading, appId, readers: { appId: readerOf(appId), ...reading.readers } };
}

function byName({ columns }: Operation, items: readonly INodeExecutionData[]) {
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

/** Columns that are mapped one by one, each read in the quickest way that its text allows. */
function mapped(
  context: IExecuteFunctions,
  { columns }: Operation,
  items: readonly INodeExecutionData[],
  value: Readonly<Record<string, unknown>>,
) {
  const sources = columns.map(({ id, read }) =>
    sourceOf(context, items, { name: id, path: `users.value.${id}`, raw: value[id], read }),
  );
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
