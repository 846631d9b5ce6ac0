import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import type { Line } from './Exchange';
import { httpHelper } from './httpHelper';
import { parametersOf, valueOf } from './parameters';
import type { Script } from './script';
import { credential } from './secrets';

/** What the context takes from a play, and what it gives to it. */
interface Stage {
  script: Script;
  items: INodeExecutionData[];
  hints: string[];
}

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
  return name === 'options' ? script.options : valueOf(name, items[itemIndex]?.json ?? {});
}

function nodeOf(script: Script): INode {
  return {
    id: '1',
    name: 'Volcengine RTC',
    type: 'volcengineRtc',
    typeVersion: 1,
    position: [0, 0],
    retryOnFail: script.isRunTwice,
    parameters: parametersOf(script),
  };
}
