import { sampleAccount, sampleAppId, type Emulator } from '../emulator';
import type { Workflow, WorkflowNode } from '../n8n';

/** Two users and a row that is none. */
export const rows = [
  { 'User ID': '7302915468820394001', 'Nick Name': '王伟' },
  { 'User ID': '7302915468820394002', 'Nick Name': 'José 🎧' },
  { 'User ID': 'EMP-20417', 'Nick Name': 'Zoë' },
];

const start: WorkflowNode = {
  id: 'start',
  name: 'Start',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

/** A trigger that yields the rows, and nothing else yet. */
export function rowsAlone(): Workflow {
  return {
    name: 'Rows',
    nodes: [start],
    connections: {},
    pinData: { Start: rows.map((json) => ({ json })) },
    settings: { executionOrder: 'v1' },
  };
}

/** The rows, this package's node with nothing mapped yet, and a node for each of its outputs. */
export function rowsAndNode(credential: { id: string; name: string }): Workflow {
  const node: WorkflowNode = {
    id: 'register',
    name: 'Register',
    type: 'n8n-nodes-volcengine-rtc.volcengineRtc',
    typeVersion: 1,
    position: [300, 0],
    parameters: { appId: String(sampleAppId), users: { mappingMode: 'defineBelow', value: null } },
    credentials: { volcengineRtcApi: credential },
  };
  const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
  return {
    ...rowsAlone(),
    nodes: [start, node, follower('Registered', -100), follower('Refused', 100)],
    connections: { Start: { main: [to('Register')] }, Register: { main: [to('Registered'), to('Refused')] } },
  };
}

/** A call of GetCallerIdentity by n8n's own HTTP Request node, without a credential yet. */
export function callerIdentity({ url }: Emulator): Workflow {
  const node: WorkflowNode = {
    id: 'call',
    name: 'HTTP Request',
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    position: [300, 0],
    parameters: { url: `${url}/?Action=GetCallerIdentity&Version=2018-01-01`, options: {} },
  };
  const toCall = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
  return { ...rowsAlone(), nodes: [start, node], pinData: {}, connections: { Start: toCall } };
}

const follower = (name: string, y: number): WorkflowNode => ({
  id: name,
  name,
  type: 'n8n-nodes-base.noOp',
  typeVersion: 1,
  position: [600, y],
  parameters: {},
});

/** The fields of a credential for the emulator. */
export function credentialFields({ url }: Emulator): Record<string, string> {
  const { accessKeyId, secretAccessKey } = sampleAccount;
  return { accessKeyId, secretAccessKey, endpoint: url };
}
