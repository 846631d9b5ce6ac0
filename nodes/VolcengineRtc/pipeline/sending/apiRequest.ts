import type { Operation } from '../../operations/operation';
import type { ApiRequest, InvalidResult, RowResults } from '../../transport/send';
import type { Entry } from '../entry';

/**
 * The call that carries users to the service. Its result may name these users and no others.
 *
 * @param entries of one group
 */
export function apiRequest(operation: Operation, entries: readonly Entry[]): ApiRequest {
  const { group } = entries[0] as Entry;
  const rows = entries.map(({ json }) => json).join(',');
  const userIds = new Set(entries.map(({ userId }) => userId));
  return {
    ...operation.api,
    body: `{${group.json},"${operation.rows.member}":[${rows}]}`,
    readResult: (result) => readResult(operation, result, userIds),
  };
}

function readResult(
  operation: Operation,
  result: unknown,
  userIds: ReadonlySet<string>,
): RowResults | InvalidResult {
  const rows = operation.readResult(result);
  if (rows === undefined) return { problem: 'its result is not of the documented form' };
  const stranger = [...rows.keys()].find((userId) => !userIds.has(userId));
  if (stranger === undefined) return rows;
  return { problem: `it names the user ${stranger}, which the request did not` };
}
