import { valueOf, parseQuery } from '../parsing/query';
import { gatewayRefusal } from '../rendering/gatewayErrors';
import type { Refusal } from '../rendering/refusal';
import type { Action } from './action';
import { batchGetUser } from './batchGetUser';
import { batchUpdateUser } from './batchUpdateUser';
import { batchUpdateUserTags } from './batchUpdateUserTags';
import { getCallerIdentity } from './getCallerIdentity';
import { queryOnlineStatus } from './queryOnlineStatus';
import { registerUsers } from './registerUsers';
import { unRegisterUsers } from './unRegisterUsers';
import { userBroadcast } from './userBroadcast';

const actions: readonly Action[] = [
  registerUsers,
  unRegisterUsers,
  batchUpdateUser,
  batchUpdateUserTags,
  batchGetUser,
  queryOnlineStatus,
  userBroadcast,
  getCallerIdentity,
];

/** The `Action` and `Version` of a query, empty where missing. */
export function actionNamed(rawQuery: string): { action: string; version: string } {
  const pairs = parseQuery(rawQuery) ?? [];
  return { action: valueOf(pairs, 'Action') ?? '', version: valueOf(pairs, 'Version') ?? '' };
}

/** Finds the action a request is for; both parameters must be in the query, not in the body. */
export function findAction(method: string, rawQuery: string): Action | Refusal {
  if (parseQuery(rawQuery) === undefined) {
    return gatewayRefusal('MissingRequestInfo', 'The query holds a percent sign that starts no escape.');
  }
  const { action, version } = actionNamed(rawQuery);
  if (!action || !version) {
    return gatewayRefusal('MissingParameter', 'The query must name an Action and a Version.');
  }
  const found = actions.find((candidate) => candidate.name === action && candidate.version === version);
  if (!found) return gatewayRefusal('InvalidActionOrVersion', `No action ${action} of version ${version}.`);
  if (method !== found.method) return gatewayRefusal('MethodNotAllowed', `${action} needs ${found.method}.`);
  return found;
}
