import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IDataObject,
  INode,
  INodeExecutionData,
  INodeType,
  ITaskData,
} from 'n8n-workflow';
import { type Emulator, sampleAccount } from '../emulator';
import { VolcengineRtc, VolcengineRtcApi } from './built';
import { type NodeSettings, nodeParameters } from './nodeParameters';
import { nodeUnderTest, type RunUnderWay, startWorkflow } from './runWorkflow';

/** How a test sets the node up; where it says nothing, it registers users of one app. */
export interface NodeSetUp extends NodeSettings {
  credential?: ICredentialDataDecryptedObject;
  /** What each look-up of the credential waits for. */
  lookUp?(): Promise<unknown>;
  settings?: Partial<INode>;
  /** Another node than the built one. */
  type?: INodeType;
  /** Another type of credential than the built one. */
  credentialType?: ICredentialType;
  /** A node that the rows go through before. */
  between?: INodeType;
}

/** What came out of the node. */
export interface NodeResult {
  success: INodeExecutionData[];
  failed: INodeExecutionData[];
  /** All outputs, also those that n8n appends. */
  outputs: INodeExecutionData[][];
  /** The error that stopped the workflow. */
  error?: ITaskData['error'];
  hints: string[];
}

/** The credential of the emulator's sample account. */
export function credentialFor(emulator: Emulator): ICredentialDataDecryptedObject {
  const { accessKeyId, secretAccessKey } = sampleAccount;
  return { accessKeyId, secretAccessKey, sessionToken: '', region: 'cn-north-1', endpoint: emulator.url };
}

/** Starts the built node with the built credential against an emulator. */
export function startNode(
  emulator: Emulator,
  rows: IDataObject[] | INodeExecutionData[],
  setUp: NodeSetUp = {},
): RunUnderWay {
  return startWorkflow(
    {
      type: setUp.type ?? new VolcengineRtc(),
      parameters: nodeParameters(setUp),
      credential: {
        type: setUp.credentialType ?? new VolcengineRtcApi(),
        data: { ...credentialFor(emulator), ...setUp.credential },
        lookUp: setUp.lookUp,
      },
      settings: setUp.settings,
      between: setUp.between,
    },
    rows.map((row) => (isItem(row) ? row : { json: row as IDataObject })),
  );
}

/** Runs it to its end. */
export async function runNode(
  emulator: Emulator,
  rows: IDataObject[] | INodeExecutionData[],
  setUp: NodeSetUp = {},
): Promise<NodeResult> {
  const run = await startNode(emulator, rows, setUp).ended;
  const task = run.data.resultData.runData[nodeUnderTest]?.[0];
  const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
  return {
    success: outputs[0] ?? [],
    failed: outputs[1] ?? [],
    outputs,
    error: task?.error,
    hints: (task?.hints ?? []).map(({ message }) => message),
  };
}

function isItem(row: IDataObject | INodeExecutionData): row is INodeExecutionData {
  return 'json' in row && ('binary' in row || Object.keys(row).length === 1);
}
