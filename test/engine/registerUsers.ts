import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IDataObject,
  INode,
  INodeExecutionData,
  INodeParameters,
  INodeType,
  ITaskData,
} from 'n8n-workflow';
import { type Emulator, sampleAccount, sampleAppId } from '../emulator';
import { VolcengineRtc, VolcengineRtcApi } from './built';
import { nodeUnderTest, type RunUnderWay, startWorkflow } from './runWorkflow';

/** How a test sets the node up, where it differs from a plain Register Users of one app. */
export interface RegisterUsersSetUp {
  appId?: string | number;
  /** The mapping: a column's name to its constant or expression, or `auto`. */
  columns?: Record<string, unknown> | 'auto';
  options?: INodeParameters;
  credential?: ICredentialDataDecryptedObject;
  settings?: Partial<INode>;
  /** Another node than the built one. */
  type?: INodeType;
  /** Another type of credential than the built one. */
  credentialType?: ICredentialType;
}

/** Maps each column from the field of its own name. */
export const sameNames: Record<string, string> = Object.fromEntries(
  ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext', 'IsRobot'].map((name) => [name, `={{ $json.${name} }}`]),
);

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
export function startRegisterUsers(
  emulator: Emulator,
  rows: IDataObject[] | INodeExecutionData[],
  setUp: RegisterUsersSetUp = {},
): RunUnderWay {
  const { appId = String(sampleAppId), columns = sameNames, options = {}, settings } = setUp;
  const isAuto = columns === 'auto';
  return startWorkflow(
    {
      type: setUp.type ?? new VolcengineRtc(),
      parameters: {
        operation: 'registerUsers',
        appId,
        users: {
          mappingMode: isAuto ? 'autoMapInputData' : 'defineBelow',
          value: isAuto ? null : (columns as INodeParameters),
          matchingColumns: [],
          schema: [],
        } as unknown as INodeParameters,
        options,
      },
      credential: {
        type: setUp.credentialType ?? new VolcengineRtcApi(),
        data: { ...credentialFor(emulator), ...setUp.credential },
      },
      settings,
    },
    rows.map((row) => (isItem(row) ? row : { json: row as IDataObject })),
  );
}

/** Runs it to its end. */
export async function registerUsers(
  emulator: Emulator,
  rows: IDataObject[] | INodeExecutionData[],
  setUp: RegisterUsersSetUp = {},
): Promise<NodeResult> {
  const run = await startRegisterUsers(emulator, rows, setUp).ended;
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
