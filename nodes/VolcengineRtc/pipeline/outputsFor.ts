import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outputs } from './outputs';

/** The outputs as n8n takes them: only the first reaches an AI agent that uses the node as a tool. */
export function outputsFor(context: IExecuteFunctions, outputs: Outputs): INodeExecutionData[][] {
  return isTool(context) ? [outputs.flat(), []] : outputs;
}

/** Not every agent of n8n runs its tools in a context that says so, but n8n always gives a tool a type of its own. */
function isTool(context: IExecuteFunctions): boolean {
  return context.isToolExecution?.() === true || /Tool$/.test(context.getNode().type);
}
