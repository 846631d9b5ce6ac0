import { type INode, NodeOperationError } from 'n8n-workflow';
import type { Explanation } from '../transport/explanation';

/** The error that stops the node. */
export function operationError(
  node: INode,
  { message, description }: Explanation,
  itemIndex?: number,
): NodeOperationError {
  const error = new NodeOperationError(node, message, { description, itemIndex });
  // In place of a message that names an errno such as ETIMEDOUT, n8n puts words of its own.
  error.message = message;
  return error;
}
