import type { IRun, ITaskData } from 'n8n-workflow';
import type { ExecutionData, ExecutionError, NodeRun } from '../../../../support/n8n/execution';

/** What came of a workflow, in the form of `n8n execute` but without the items. */
export function resultOf({ status, data }: IRun): ExecutionData {
  const { error, runData } = data.resultData;
  const runs = Object.entries(runData).map(([name, tasks]) => [name, tasks.map(nodeRunOf)] as const);
  return { status, data: { resultData: { error: errorOf(error), runData: Object.fromEntries(runs) } } };
}

function nodeRunOf({ executionTime, executionStatus, hints, error }: ITaskData): NodeRun {
  return { executionTime, executionStatus: executionStatus ?? '', hints, error: errorOf(error) };
}

/** An error's own members do not all go into JSON. */
function errorOf(error: ITaskData['error']): ExecutionError | undefined {
  return error && { name: error.name, message: error.message, description: error.description };
}
