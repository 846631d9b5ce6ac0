import type { Reading } from '../../values/reading';
import { describeExpressionError, isOfItself } from './expressionErrors';
import type { ItemReading } from './itemReading';
import { namesItem } from './namesItem';
import type { Source } from './source';
import { isExpression, type ValueReader } from './valueReader';

/** Items that are asked before an expression is given up: it may name a missing node in a branch that few items take. */
const askedItems = 20;

/** What is wrong with the way a node is set to read its items, so that none of them can be a user; found at the first. */
export function mappingProblem(
  { request, readAppId, columns }: ItemReading,
  itemCount: number,
): string | undefined {
  const [app] = request;
  const problem = namesItem(app.raw) ? undefined : constantProblem(readAppId(0));
  if (problem !== undefined) return `${app.name}${problem}`;
  for (const source of [...request, ...columns]) {
    const error = errorForAll(source, itemCount);
    if (error !== undefined) {
      return `${source.name}: its expression cannot work for any item: ${describeExpressionError(error)}`;
    }
  }
  return undefined;
}

/** The problem of a value that is the same for all items. */
function constantProblem(reading: Reading): string | undefined {
  if (reading === undefined) return ' is missing';
  return 'problem' in reading ? `: ${reading.problem}` : undefined;
}

/** The error of the first item, if the next ones fail in such a way as well. */
function errorForAll({ raw, valueOf }: Source, itemCount: number): unknown {
  if (!isExpression(raw) || itemCount === 0) return undefined;
  const first = errorOf(valueOf, 0);
  for (let itemIndex = 0; itemIndex < Math.min(itemCount, askedItems); itemIndex += 1) {
    const error = itemIndex === 0 ? first : errorOf(valueOf, itemIndex);
    if (!isOfItself(error)) return undefined;
  }
  return first;
}

function errorOf(valueOf: ValueReader, itemIndex: number): unknown {
  try {
    valueOf(itemIndex);
    return undefined;
  } catch (error) {
    return error;
  }
}
