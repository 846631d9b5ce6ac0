import type { IExecuteFunctions, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Line } from './Exchange';
import { httpHelper } from './httpHelper';
import type { Script } from './script';
import { credential } from './secrets';

/** What the context takes from a play, and what it gives to it. */
interface Stage {
  script: Script;
  items: INodeExecutionData[];
  hints: string[];
}

/** The columns that the items have. */
export const columns = ['UserId', 'NickName', 'IsRobot'];

/** The part of n8n that the node uses. */
export function contextOf(stage: Stage, line: Omit<Line, 'node'>): IExecuteFunctions {
  const { script, items, hints } = stage;
  const node = nodeOf(script);
  const usual = {
    getInputData: () => items,
    getNode: () => node,
    getNodeParameter: (name: string, itemIndex: number, fallback?: unknown) =>
      parameter(stage, name, itemIndex) ?? fallback,
    getCredentials: async () => credential,
    continueOnFail: () => script.continuesOnFail,
    getExecutionId: () => 'E1',
    evaluateExpression: () => 0,
    getExecutionCancelSignal: () => line.cancelled,
    addExecutionHints: (...added: Array<{ message: string }>) =>
      hints.push(...added.map(({ message }) => message)),
    logger: { info: () => {} },
    helpers: { httpRequestWithAuthentication: httpHelper({ ...line, node }) },
  } as unknown as IExecuteFunctions;
  return { ...usual, ...script.n8n?.(usual) };
}

function parameter({ script, items }: Stage, name: string, itemIndex: number): unknown {
  if (name === 'options') return script.options;
  const field = name === 'appId' ? 'app' : name.replace('users.value.', '');
  return items[itemIndex]?.json[field];
}

/** The expression that maps a field: one that only drags it, or one that n8n has to evaluate. */
export function expressionFor(name: string, mapping: Script['mapping']): string {
  return mapping === 'byExpression' ? `={{ $json.${name} ?? "" }}` : `={{ $json.${name} }}`;
}

function nodeOf({ mapping, options, isRunTwice }: Script): INode {
  const value = Object.fromEntries(columns.map((name) => [name, expressionFor(name, mapping)]));
  const users =
    mapping === 'byName'
      ? { mappingMode: 'autoMapInputData', value: null }
      : { mappingMode: 'defineBelow', value };
  return {
    id: '1',
    name: 'Volcengine RTC',
    type: 'volcengineRtc',
    typeVersion: 1,
    position: [0, 0],
    retryOnFail: isRunTwice,
    parameters: { appId: expressionFor('app', mapping), users, options: options as INodeParameters },
  };
}
