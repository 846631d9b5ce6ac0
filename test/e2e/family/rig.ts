import {
  type Arrival,
  type Emulator,
  type EmulatorOptions,
  type Faults,
  sampleAppId,
  startEmulator,
} from '../../support/emulator';
import { type Execution, withCredential } from '../../support/n8n';
import { credentialFor, n8nWithPackage, newFolder } from '../../support/n8n/fixture';
import { nodeName, type Surroundings, workflowAround } from './workflowAround';

export type Outcome = Record<string, unknown>;

/** What our node came to in a workflow. */
export interface Ran {
  error: Execution['error'];
  success: Outcome[];
  failed: Outcome[];
  hint?: string;
  /** The requests that reached the service. */
  arrivals: readonly Arrival[];
}

/** A real n8n beside an emulator that allows each action what its documentation says. */
export interface Rig {
  emulator: Emulator;
  /** Workflows may read and write here. */
  folder: string;
  /** An app of the account that has no users yet. */
  newApp(): number;
  /** Runs a workflow, while the service has these faults. */
  run(surroundings: Surroundings, faults?: Faults): Promise<Ran>;
  close(): Promise<void>;
}

/** @param options what else the emulator is to do */
export async function setUpRig(options: EmulatorOptions = {}): Promise<Rig> {
  const emulator = await startEmulator({ requestsPerSecond: 'documented', ...options });
  const folder = newFolder();
  const n8n = await n8nWithPackage({ folders: [folder] });
  const credential = credentialFor(emulator);
  await n8n.importCredential(credential);
  let apps = 0;

  async function run(surroundings: Surroundings, faults: Faults = []): Promise<Ran> {
    const before = emulator.arrivals.length;
    emulator.setFaults(faults);
    const workflow = withCredential(workflowAround(surroundings), credential);
    const execution = await n8n.execute(await n8n.importWorkflow(workflow));
    return { ...seenIn(execution), arrivals: emulator.arrivals.slice(before) };
  }

  return {
    emulator,
    folder,
    newApp: () => {
      const appId = sampleAppId + ++apps;
      emulator.accounts[0]!.appIds.push(appId);
      return appId;
    },
    run,
    close: async () => {
      n8n.close();
      await emulator.close();
    },
  };
}

function seenIn({ error, runData }: Execution): Omit<Ran, 'arrivals'> {
  const run = runData[nodeName]?.[0];
  const outcomes = (items: Array<{ json: object }> | null | undefined) =>
    (items ?? []).map(({ json }) => (json as { outcome: Outcome }).outcome);
  const [success, failed] = run?.data?.main ?? [];
  return { error, success: outcomes(success), failed: outcomes(failed), hint: run?.hints?.[0]?.message };
}
