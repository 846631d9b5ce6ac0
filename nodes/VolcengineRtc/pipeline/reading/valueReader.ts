import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseFieldPath, readFieldPath } from './fieldPath';

/** The value that a parameter has for an item. Throws what an expression throws. */
export type ValueReader = (itemIndex: number) => unknown;

/**
 * Reads a parameter in the quickest way that its text allows: a constant is taken as it is, one dragged field is
 * looked up in the item, and everything else is evaluated by n8n, which takes half a millisecond for each item.
 *
 * @param name path of the parameter; of a mapping one column at a time, since n8n's type check of a whole mapping
 * would fail the run for a single bad item
 * @param raw the parameter as the workflow holds it
 */
export function valueReader(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  name: string,
  raw: unknown,
): ValueReader {
  if (!isExpression(raw)) return () => raw;
  const evaluate = rememberingLast((itemIndex) => context.getNodeParameter(name, itemIndex, undefined));
  const path = parseFieldPath(raw);
  if (path === undefined) return evaluate;
  return (itemIndex) => {
    const found = readFieldPath((items[itemIndex] as INodeExecutionData).json ?? {}, path);
    return found === undefined ? evaluate(itemIndex) : found.value;
  };
}

/** Whether n8n evaluates a parameter, by its text as the workflow holds it. */
export function isExpression(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.startsWith('=');
}

/** The first item is asked for before the run begins, to see whether the expression can work at all, and then again. */
function rememberingLast(read: ValueReader): ValueReader {
  let last: { itemIndex: number; value: unknown } | undefined;
  return (itemIndex) => {
    if (last?.itemIndex !== itemIndex) last = { itemIndex, value: read(itemIndex) };
    return last.value;
  };
}
