import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
  createEmptyRunExecutionData,
  type ICredentialDataDecryptedObject,
  type INodeType,
  Workflow,
} from 'n8n-workflow';
import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../emulator';
import { VolcengineRtcApi } from './built';
import { firstProblem } from '../unit/credentials/rules';
import { credentialFor } from './registerUsers';
import { additionalDataFor } from './runWorkflow';

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator(options);
};
afterEach(async () => await emulator.close());

/** Does what n8n does when the button is pressed: sends the credential's request with n8n's routing, applies its rules. */
async function press(changes: ICredentialDataDecryptedObject = {}): Promise<string | undefined> {
  const type = new VolcengineRtcApi();
  const data = { ...credentialFor(emulator), ...changes };
  const credentials = { [type.name]: { id: '1', name: 'Test account' } };
  const node = {
    id: '1',
    name: 'Test',
    type: 'test',
    typeVersion: 1,
    position: [0, 0] as [number, number],
    parameters: {},
    credentials,
  };
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
      credentials: [{ name: type.name, required: true }],
      properties: [
        {
          displayName: 'Temp',
          name: 'temp',
          type: 'string',
          default: '',
          routing: { request: type.test.request },
        },
      ],
    },
  } as unknown as INodeType;
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
    additionalDataFor({ type, data }),
    'internal',
    createEmptyRunExecutionData(),
    0,
    input,
    { main: [input] },
    { node, data: { main: [input] }, source: null },
    [],
  );
  const answer = await new RoutingNode(context, nodeType, {
    id: '1',
    name: 'Test',
    type: type.name,
    data,
  }).runNode();
  return firstProblem(type.test.rules ?? [], answer?.[0]?.[0]?.json);
}

test('a right key pair passes the test', async () => {
  await start();
  expect(await press()).toBeUndefined();
  expect(emulator.arrivals).toMatchObject([{ action: 'GetCallerIdentity', method: 'GET', status: 200 }]);
});

test.each<[what: string, EmulatorOptions, ICredentialDataDecryptedObject, message: RegExp]>([
  ['an unknown key', {}, { accessKeyId: 'AKLTunknown' }, /does not know this Access Key ID/],
  ['a wrong secret', {}, { secretAccessKey: 'wrong' }, /Secret Access Key does not belong/],
  [
    'an expired token',
    { accounts: [{ ...sampleAccount, sessionToken: 'STSnew' }] },
    { sessionToken: 'STSold' },
    /Session Token is wrong or has expired/,
  ],
  ['a clock that is off', { date: () => new Date(Date.now() - 3_600_000) }, {}, /clock of the machine/],
  [
    'an address that answers something else',
    { faults: () => ({ body: '<html>hello</html>' }) },
    {},
    /not one of the Volcengine OpenAPI/,
  ],
])('%s fails the test with a message of its own', async (_, options, changes, message) => {
  await start(options);
  expect(await press(changes)).toMatch(message);
  expect(emulator.arrivals).toHaveLength(1);
});
