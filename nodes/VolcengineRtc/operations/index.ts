import type { Operation } from './operation';
import { registerUsers } from './registerUsers';

/** All operations of the node, in the order of the editor's list; the first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [registerUsers];

/** The operation that a node is set to. */
export function operationNamed(name: string): Operation {
  return operations.find((operation) => operation.name === name) ?? operations[0];
}
