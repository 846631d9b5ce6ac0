import { ExecuteContext } from 'n8n-core';
import { createEmptyRunExecutionData, type INode, type INodeType, Workflow } from 'n8n-workflow';
import type { SavedCredential } from './credentialsHelper';
import { additionalDataFor } from './runWorkflow';

/** The context that n8n gives to a node with one item and a credential, with n8n's own HTTP helpers. */
export function contextOf(
  credential: SavedCredential,
  properties: INodeType['description']['properties'] = [],
): { context: ExecuteContext; nodeType: INodeType } {
  const { name } = credential.type;
  const nodeType = {
    description: {
      displayName: 'Test',
      name: 'test',
      group: ['transform'],
      version: 1,
      description: '',
      defaults: { name: 'Test' },
      inputs: ['main'],
      outputs: ['main'],
      credentials: [{ name, required: true }],
      properties,
    },
  } as unknown as INodeType;
  const node: INode = {
    id: '1',
    name: 'Test',
    type: 'test',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    credentials: { [name]: { id: '1', name: 'Test account' } },
  };
  const nodeTypes = {
    getByName: () => nodeType,
    getByNameAndVersion: () => nodeType,
    getKnownTypes: () => ({}),
  };
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  const input = [{ json: {} }];
  const context = new ExecuteContext(
    workflow,
    node,
    additionalDataFor(credential),
    'internal',
    createEmptyRunExecutionData(),
    0,
    input,
    { main: [input] },
    { node, data: { main: [input] }, source: null },
    [],
  );
  return { context, nodeType };
}
