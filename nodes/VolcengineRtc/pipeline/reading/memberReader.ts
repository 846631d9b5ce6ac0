import type { RequestMember } from '../../operations/requestMember';
import type { Reading } from '../../values/reading';
import { expressionProblem } from './expressionErrors';
import type { Source } from './source';
import { isExpression } from './valueReader';

/**
 * Reads a member of a request for an item; constants only once.
 *
 * @param sources its parameters, in their order
 */
export function memberReader(
  member: RequestMember,
  sources: readonly Source[],
): (itemIndex: number) => Reading {
  const read = (itemIndex: number) => readMember(member, sources, itemIndex);
  if (sources.some(({ raw }) => isExpression(raw))) return read;
  const reading = read(0);
  return () => reading;
}

function readMember({ read }: RequestMember, sources: readonly Source[], itemIndex: number): Reading {
  const values: unknown[] = [];
  for (const { valueOf } of sources) {
    try {
      values.push(valueOf(itemIndex));
    } catch (error) {
      return expressionProblem('its expression failed', error);
    }
  }
  try {
    return read(values);
  } catch (error) {
    return expressionProblem('it cannot be read', error);
  }
}
