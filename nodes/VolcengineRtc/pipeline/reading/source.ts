import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Reading, ReadValue } from '../../values/reading';
import { readGiven, readValue } from './readValue';
import { isExpression, type ValueReader, valueReader } from './valueReader';

/** A parameter of the node that a member of a request is read from. */
export interface Source {
  /** Its name for people. */
  name: string;
  /** The parameter as the workflow holds it, its expression not evaluated. */
  raw: unknown;
  valueOf: ValueReader;
}

/** A parameter that fills a column. */
export interface ColumnSource extends Source {
  read: ReadValue;
}

/** @param path of the parameter, for n8n */
export function sourceOf(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  { name, path, raw }: { name: string; path: string; raw: unknown },
): Source {
  return { name, raw, valueOf: valueReader(context, items, path, raw) };
}

/** Reads a column for an item; a constant only once. */
export function readerOf({ raw, valueOf, read }: ColumnSource): (itemIndex: number) => Reading {
  if (isExpression(raw)) return (itemIndex) => readValue(valueOf, itemIndex, read);
  const reading = readGiven(raw, read);
  return () => reading;
}
