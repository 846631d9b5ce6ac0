import type { Explanation } from '../../transport/explanation';
import { enterAppId } from '../../values/appId';
import type { Problem, Reading } from '../../values/reading';
import { expressionProblem, isOfItself } from './expressionErrors';
import type { ItemReading } from './itemReading';
import { namesItem } from './namesItem';
import type { Source } from './source';
import { isExpression, type ValueReader } from './valueReader';

/** Items that are asked before an expression is given up: it may name a missing node in a branch that few items take. */
const askedItems = 20;

const correctIt = 'Correct the expression: its syntax, or the name of a node in it';

/** What is wrong with the way a node is set to read its items, so that none of them can be a user; found at the first. */
export function mappingProblem(
  { request, readAppId, columns }: ItemReading,
  itemCount: number,
): Explanation | undefined {
  const [app] = request;
  const problem = namesItem(app.raw) ? undefined : constantProblem(app.name, readAppId(0));
  if (problem !== undefined) return problem;
  for (const source of [...request, ...columns]) {
    const error = errorForAll(source, itemCount);
    if (error !== undefined) {
      const why = expressionProblem('its expression cannot work for any item', error);
      return explain(source.name, { remedy: correctIt, ...why });
    }
  }
  return undefined;
}

/** The problem of a value that is the same for all items. */
function constantProblem(name: string, reading: Reading): Explanation | undefined {
  if (reading === undefined) return { message: `'${name}' is missing.`, description: `${enterAppId}.` };
  return 'problem' in reading ? explain(name, { remedy: correctIt, ...reading }) : undefined;
}

function explain(name: string, { problem, remedy }: Problem): Explanation {
  return { message: `${name}: ${problem}.`, ...(remedy !== undefined && { description: `${remedy}.` }) };
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
