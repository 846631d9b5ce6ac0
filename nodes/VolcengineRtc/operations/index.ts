import { ExplainedError } from '../transport/explanation';
import { addUserTags } from './addUserTags';
import { getOnlineStatus } from './getOnlineStatus';
import { getUsers } from './getUsers';
import type { Operation } from './operation';
import { registerOrUpdateUsers } from './registerOrUpdateUsers';
import { registerUsers } from './registerUsers';
import { removeUserTags } from './removeUserTags';
import { sendBroadcast } from './sendBroadcast';
import { unregisterUsers } from './unregisterUsers';
import { updateUsers } from './updateUsers';

/** All operations of the node, in the order of the editor's lists; the first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [
  registerUsers,
  registerOrUpdateUsers,
  updateUsers,
  unregisterUsers,
  getUsers,
  addUserTags,
  removeUserTags,
  getOnlineStatus,
  sendBroadcast,
];

/** The operation that a node is set to; undefined for one that this version does not know, or not with this resource. */
export function operationNamed(
  name: unknown,
  resource: unknown = operations[0].resource.name,
): Operation | undefined {
  return operations.find((operation) => operation.name === name && operation.resource.name === resource);
}

/** An operation that this version does not know: of a later version, or from an expression. */
export class UnknownOperationError extends ExplainedError {
  constructor(name: unknown, resource: unknown = operations[0].resource.name) {
    const isKnown = operations.some((operation) => operation.resource.name === resource);
    const what = isKnown
      ? `operation "${shown(name)}" of the resource "${shown(resource)}"`
      : `resource "${shown(resource)}"`;
    super({
      message: `This version of the node has no ${what}.`,
      description: 'Choose one from the list, or update the package.',
    });
  }
}

function shown(name: unknown): string {
  return String(name).slice(0, 100);
}
