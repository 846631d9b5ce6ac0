import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Column } from '../../operations/column';
import type { Reading } from '../../values/reading';
import { readGiven, readValue } from './readValue';
import { isExpression, type ValueReader, valueReader } from './valueReader';

/** Where a member of a user comes from: a parameter of the node, and how its value is read. */
export interface Source {
  /** Its name for people. */
  name: string;
  /** The parameter as the workflow holds it, its expression not evaluated. */
  raw: unknown;
  valueOf: ValueReader;
  read: Column['read'];
}

/** @param path of the parameter, for n8n */
export function sourceOf(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  { name, path, raw, read }: Pick<Source, 'name' | 'raw' | 'read'> & { path: string },
): Source {
  return { name, raw, valueOf: valueReader(context, items, path, raw), read };
}

/** Reads a source for an item; a constant only once. */
export function readerOf({ raw, valueOf, read }: Source): (itemIndex: number) => Reading {
  if (isExpression(raw)) return (itemIndex) => readValue(() => valueOf(itemIndex), read);
  const reading = readGiven(raw, read);
  return () => reading;
}
