import type { Operation } from '../../operations/operation';
import type { ApiRequest, InvalidResult, RowResults } from '../../transport/send';
import type { Entry } from '../entry';

/**
 * The call that carries entries to the service. Its result may name these users and no others.
 *
 * @param entries of one group
 * @param optionMembers members that come from options, without braces
 */
export function apiRequest(operation: Operation, entries: readonly Entry[], optionMembers = ''): ApiRequest {
  const { group } = entries[0] as Entry;
  const members = optionMembers === '' ? group.json : `${group.json},${optionMembers}`;
  return {
    ...operation.api,
    body: `{${members}${rowsOf(operation, entries)}}`,
    meanings: operation.meanings,
    readResult: (result) => readResult(operation, result, entries),
  };
}

/** The list of the rows, behind the other members; empty where there is none. */
function rowsOf({ rows }: Operation, entries: readonly Entry[]): string {
  return rows === undefined ? '' : `,"${rows.member}":[${entries.map(({ json }) => json).join(',')}]`;
}

function readResult(
  operation: Operation,
  result: unknown,
  entries: readonly Entry[],
): RowResults | InvalidResult {
  const rows = operation.readResult(result);
  if (rows === undefined) return { problem: 'its result is not of the documented form' };
  if (rows.size === 0) return rows;
  const userIds = new Set(entries.map(({ userId }) => userId));
  const stranger = [...rows.keys()].find((userId) => !userIds.has(userId));
  if (stranger === undefined) return rows;
  return { problem: `it names the user ${stranger}, which the request did not` };
}
