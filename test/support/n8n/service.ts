import { sampleAccount, sampleAppId, startEmulator } from '../emulator';
import type { Execution } from './createN8n';
import type { Keys } from './takeKeys';
import { registerNode } from './workflow';

/** What the users are registered with: the emulator, or Volcengine itself. */
export interface Service {
  name: string;
  appId: string;
  /** The data of the credential. */
  credential: Record<string, string>;
  /** How many requests the run took; undefined when nobody counted. */
  requests(execution: Execution): number | undefined;
  /** The ids that this run registered; undefined when the service does not tell. */
  registered?: () => string[];
  close(): Promise<void>;
}

/** Registered with the emulator before the run: one row of the example is refused for it. */
export const knownUserId = '7302915468820394011';

/** Volcengine where there are keys, else the emulator. */
export async function chooseService(keys: Keys | undefined): Promise<Service> {
  if (keys === undefined) return await emulatorService();
  const { appId, ...credential } = keys;
  return {
    name: `Volcengine, app ${appId}`,
    appId,
    credential: { ...credential, endpoint: '' },
    requests: requestsInHint,
    close: async () => {},
  };
}

/** The emulator, on a free port unless one is given. */
export async function emulatorService(port?: number): Promise<Service> {
  const emulator = await startEmulator({ requestsPerSecond: 'documented', port });
  emulator.ledger.seed(sampleAppId, [knownUserId]);
  const { accessKeyId, secretAccessKey } = sampleAccount;
  return {
    name: 'the emulator, which allows each action what its documentation says',
    appId: String(sampleAppId),
    credential: {
      accessKeyId,
      secretAccessKey,
      sessionToken: '',
      region: 'cn-north-1',
      endpoint: emulator.url,
    },
    requests: () => emulator.arrivals.length,
    registered: () => emulator.ledger.userIds(sampleAppId).filter((id) => id !== knownUserId),
    close: async () => await emulator.close(),
  };
}

/** The node sums its run up in a hint: "988 users newly registered, 0 already registered, 12 failed (50 requests, …)." */
function requestsInHint({ runData }: Execution): number | undefined {
  const [hint] = runData[registerNode]?.[0]?.hints ?? [];
  const requests = /(\d+) requests?\b/.exec(hint?.message ?? '')?.[1];
  return requests === undefined ? undefined : Number(requests);
}
