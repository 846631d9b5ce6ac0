import { getUsers } from './getUsers';
import type { Operation } from './operation';
import { registerUsers } from './registerUsers';

/** All operations of the node, in the order of the editor's list; the first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [registerUsers, getUsers];

/** The operation that a node is set to; undefined for one that this version does not know. */
export function operationNamed(name: unknown): Operation | undefined {
  return operations.find((operation) => operation.name === name);
}

/** An operation that this version does not know: of a later version, or from an expression. */
export class UnknownOperationError extends Error {
  constructor(name: unknown) {
    super(
      `This version of the node has no operation "${String(name).slice(0, 100)}". Choose one from the list, or update the package.`,
    );
  }
}
