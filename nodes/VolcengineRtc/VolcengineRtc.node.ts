import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { operationNamed, operations, UnknownOperationError } from './operations';
import { nodeHint } from './operations/builderHints';
import { columnsMethodOf, fieldsOf } from './operations/fields';
import { hintsOf } from './operations/hints';
import { columnsMethod } from './operations/columnsMethod';
import { cannotBegin } from './pipeline/cannotBegin';
import { runOperation } from './pipeline/runOperation';

/** The node "Volcengine RTC". */
export class VolcengineRtc implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Volcengine RTC',
    name: 'volcengineRtc',
    icon: { light: 'file:../../icons/volcengineRtc.svg', dark: 'file:../../icons/volcengineRtc.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: `={{ ${JSON.stringify(Object.fromEntries(operations.map(({ name, displayName }) => [name, displayName])))}[$parameter["operation"]] }}`,
    description:
      'Register, update, look up and message the users of a Volcengine RTC app, at the full speed of the API',
    defaults: { name: 'Volcengine RTC' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    // As `outputNames`, the names would stay on the node as a tool, whose only output n8n puts in place of these.
    outputs: [
      { type: NodeConnectionTypes.Main, displayName: 'Success' },
      { type: NodeConnectionTypes.Main, displayName: 'Failed' },
    ],
    credentials: [{ name: 'volcengineRtcApi', required: true }],
    hints: hintsOf(operations),
    builderHint: nodeHint,
    properties: fieldsOf(operations),
  };

  methods = {
    resourceMapping: Object.fromEntries(
      operations.flatMap((operation) => {
        const { rows } = operation;
        return rows?.from === 'users' ? [[columnsMethodOf(operation), columnsMethod(rows.columns)]] : [];
      }),
    ),
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const resource = this.getNodeParameter('resource', 0, operations[0].resource.name);
    const name = this.getNodeParameter('operation', 0, operations[0].name);
    const operation = operationNamed(name, resource);
    if (operation === undefined) {
      return await cannotBegin(this, undefined, new UnknownOperationError(name, resource));
    }
    return await runOperation(this, operation);
  }
}
