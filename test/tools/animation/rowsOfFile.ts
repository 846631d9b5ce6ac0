/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the animation is made outside n8n */
import { join } from 'node:path';
import { sampleAppId } from '../../support/emulator';
import { examplesFolder, readCsv, type Workflow, type WorkflowNode } from '../../support/n8n';

export const nodeName = 'Register users';
const source = 'Rows of users.csv';

/** The rows of the examples' file, the node with nothing mapped yet, and a file for each of its outputs. */
export function rowsOfFile(credential: { id: string; name: string }): Workflow {
  const rows = readCsv(join(examplesFolder, 'users.csv'));
  return {
    name: 'Register users from a CSV file',
    nodes: [
      node('Start', 'n8n-nodes-base.manualTrigger', [0, 0]),
      node(source, 'n8n-nodes-base.extractFromFile', [180, 0], { operation: 'csv' }),
      {
        ...node(nodeName, 'n8n-nodes-volcengine-rtc.volcengineRtc', [390, 0], {
          appId: String(sampleAppId),
          users: { mappingMode: 'defineBelow', value: null },
        }),
        credentials: { volcengineRtcApi: credential },
      },
      node('registered.csv', 'n8n-nodes-base.convertToFile', [600, -100]),
      node('failed.csv', 'n8n-nodes-base.convertToFile', [600, 100]),
    ],
    connections: {
      Start: { main: [to(source)] },
      [source]: { main: [to(nodeName)] },
      [nodeName]: { main: [to('registered.csv'), to('failed.csv')] },
    },
    pinData: { [source]: rows.map((json) => ({ json })) },
    settings: { executionOrder: 'v1' },
  };
}

const node = (
  name: string,
  type: string,
  position: [x: number, y: number],
  parameters: Record<string, unknown> = {},
): WorkflowNode => ({ id: name, name, type, typeVersion: 1, position, parameters });

const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
