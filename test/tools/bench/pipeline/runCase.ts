import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { rowsOf } from '../../../support/engine/users';
import { savedCredential } from '../account';
import { answerAtOnce, type OnRequest } from '../answerAtOnce';
import { resultOf, resultOfHalf } from '../answers';
import { getUsers, registerOrUpdateUsers, registerUsers, runOperation } from '../built';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';
import type { Case } from './cases';

const operations = { registerUsers, registerOrUpdateUsers, getUsers };

/** A run of a case that has yet to begin. */
export interface CaseRun {
  context: IExecuteFunctions;
  /** Requests that it makes at least. */
  requests: number;
  /** Runs the node, and gives its outputs. */
  start(onRequest: OnRequest): Promise<INodeExecutionData[][]>;
}

/** Does something with a run of a case inside n8n's engine. */
export async function withCase<Result>(
  { users, settings, isHalfThere = false }: Case,
  work: (run: CaseRun) => Promise<Result>,
): Promise<Result> {
  const operation = operations[(settings.operation ?? 'registerUsers') as keyof typeof operations];
  const items = rowsOf(users).map((json) => ({ json }));
  return await inNode(nodeParameters(settings), items, savedCredential(), async (context) => {
    const result = isHalfThere ? resultOfHalf : resultOf;
    return await work({
      context,
      requests: users / operation.limits.rowsPerRequest,
      start: async (onRequest) =>
        await runOperation(answerAtOnce(context, onRequest, result), operation, unpaced),
    });
  });
}
