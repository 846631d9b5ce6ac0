import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type Column, isSameMember } from '../../operations/column';
import type { Reading } from '../../values/reading';
import { quote } from '../../values/quote';
import type { FieldNames } from './FieldNames';
import type { Readers } from './readItem';
import { readGiven } from './readValue';

/** Reads the columns from the fields of their names, in one pass over an item. */
export function columnsByName(
  items: readonly INodeExecutionData[],
  columns: readonly Column[],
  names: FieldNames,
): Readers['columns'] {
  return (itemIndex) => {
    const json = (items[itemIndex] as INodeExecutionData).json ?? {};
    const fields = names.match(json);
    return columns.map((column, at) => readFields(json, fields[at] as string[], column));
  };
}

/** Reads a column from all fields that fit it; of those that are given, none may say anything else than the others. */
function readFields(json: IDataObject, fields: readonly string[], column: Column): Reading {
  let chosen: { field: string; reading: NonNullable<Reading> } | undefined;
  for (const field of fields) {
    const reading = readGiven(json[field], column.read);
    if (reading === undefined) continue;
    chosen ??= { field, reading };
    if (!isSameReading(column, chosen.reading, reading)) return differing(json, chosen.field, field);
  }
  return chosen?.reading;
}

function isSameReading(column: Column, one: NonNullable<Reading>, other: NonNullable<Reading>): boolean {
  if ('json' in one) return 'json' in other && isSameMember(column, one.json, other.json);
  return 'problem' in other && one.problem === other.problem;
}

function differing(json: IDataObject, one: string, other: string): { problem: string } {
  const show = (field: string) => `${quote(field)} (${quote(json[field])})`;
  return { problem: `the fields ${show(one)} and ${show(other)} both fit it and differ: keep one of them` };
}
