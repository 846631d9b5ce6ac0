import type { IExecuteFunctions, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import type { SavedCredential } from '../../support/engine/credentialsHelper';
import { startWorkflow } from '../../support/engine/runWorkflow';
import { VolcengineRtc } from './built';

/** Does something inside the node on n8n's real engine, with all that n8n hands to a node. */
export async function inNode<Result>(
  parameters: INodeParameters,
  items: INodeExecutionData[],
  credential: SavedCredential,
  work: (context: IExecuteFunctions) => Promise<Result>,
): Promise<Result> {
  let result: Promise<Result> | undefined;
  const type: INodeType = {
    description: new VolcengineRtc().description,
    async execute() {
      result = work(this);
      await result;
      return [[], []];
    },
  };
  const { data } = await startWorkflow({ type, parameters, credential }, items).ended;
  if (result === undefined) throw data.resultData.error ?? new Error('n8n did not run the node');
  return await result;
}
