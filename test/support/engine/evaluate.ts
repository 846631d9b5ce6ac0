import { type INodeExecutionData, type INodeType, type IDataObject, NodeConnectionTypes } from 'n8n-workflow';
import { startWorkflow } from './runWorkflow';

/** What n8n's own evaluator makes of an expression for each item; an Error for what it throws. */
export async function evaluate(expression: string, items: IDataObject[]): Promise<unknown[]> {
  const values: unknown[] = [];
  const probe: INodeType = {
    description: {
      displayName: 'Probe',
      name: 'underTest',
      group: ['transform'],
      version: 1,
      description: '',
      defaults: { name: 'Probe' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      properties: [{ displayName: 'Users', name: 'users', type: 'resourceMapper', default: {} }],
    },
    async execute() {
      for (let index = 0; index < items.length; index += 1) {
        try {
          values.push(this.getNodeParameter('users.value.column', index));
        } catch (error) {
          values.push(error);
        }
      }
      return [[]];
    },
  };
  const input: INodeExecutionData[] = items.map((json) => ({ json }));
  const parameters = { users: { mappingMode: 'defineBelow', value: { column: expression } } };
  await startWorkflow({ type: probe, parameters: parameters as never }, input).ended;
  return values;
}
