import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { registerUsers, runOperation } from '../built';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';

/** The requests that a run of the node makes, signed for a service and not sent. */
export async function signedRequests(
  url: string,
  items: INodeExecutionData[],
): Promise<IHttpRequestOptions[]> {
  const { type, data } = savedCredential(url);
  const asked: IHttpRequestOptions[] = [];
  await inNode(nodeParameters(), items, { type, data }, async (context) => {
    const recording = recorded(
      answerAtOnce(context, () => {}),
      asked,
    );
    return await runOperation(recording, registerUsers, unpaced);
  });
  return await Promise.all(asked.map(async (options) => await type.authenticate(data, options)));
}

function recorded(context: IExecuteFunctions, asked: IHttpRequestOptions[]): IExecuteFunctions {
  const { httpRequestWithAuthentication } = context.helpers;
  const helpers = {
    httpRequestWithAuthentication: async (name: string, options: IHttpRequestOptions) => {
      asked.push(options);
      return (await httpRequestWithAuthentication.call(context, name, options)) as unknown;
    },
  };
  return Object.create(context, { helpers: { value: helpers } }) as IExecuteFunctions;
}
