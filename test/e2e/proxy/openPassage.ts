import { sampleAccount, type Emulator, startEmulator } from '../../support/emulator';
import { exampleWorkflow, registerNode, withCredential, type Execution, type Item } from '../../support/n8n';
import { credentialFor, n8nWithPackage, newFolder } from '../../support/n8n/fixture';
import { writeLongList } from '../../support/n8n/longList';
import type { Script, Seen } from './deed';
import { startProxy } from './startProxy';

/** A run of the node through the proxy. */
export interface Trial {
  /** What the proxy does; passes everything on by default. */
  script?: Script;
  /** Options of the node. */
  options?: Record<string, unknown>;
  onError?: 'stopWorkflow' | 'continueRegularOutput';
  /** Whether all users of the list are registered before. */
  areKnown?: boolean;
  /** Without TLS the proxy gets the requests themselves, in place of CONNECT. */
  isPlain?: boolean;
}

/** What has come of it. */
export interface Result {
  error: Execution['error'];
  success: Item[];
  failed: Item[];
  /** What the service has registered in the end. */
  registered: string[];
  /** Those that carried-out requests named more than once. */
  requestedAgain: string[];
  /** What has reached the proxy, and the service. */
  seen: readonly Seen[];
  arrived: number;
}

/** An n8n whose way to the service leads through a proxy. */
export interface Passage {
  /** The ids of the list. */
  readonly ids: readonly string[];
  try(trial: Trial): Promise<Result>;
  close(): Promise<void>;
}

const firstAppId = 710_000;

/** @param length of the list that each trial registers */
export async function openPassage(length: number): Promise<Passage> {
  const folder = newFolder();
  const ids = writeLongList(folder, length).map((row) => row['User ID'] ?? '');
  const account = { ...sampleAccount, appIds: [] as number[] };
  const [tls, plain] = (await Promise.all(
    [true, false].map(
      async (https) => await startEmulator({ https, accounts: [account], keepBodies: false }),
    ),
  )) as [Emulator, Emulator];
  const proxy = await startProxy();
  const n8n = await n8nWithPackage({
    folders: [folder],
    certificate: tls.certificate,
    // The way to `localhost` leads through the proxy, and that to n8n's own parts does not.
    env: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
  });
  const credentials = [tls, plain].map((emulator) =>
    credentialFor({ url: emulator.url.replace('127.0.0.1', 'localhost') }),
  );
  for (const credential of credentials) await n8n.importCredential(credential);
  let trials = 0;

  async function execute({ options = {}, onError, isPlain }: Trial, appId: number): Promise<Execution> {
    const workflow = exampleWorkflow({ inputFolder: folder, outputFolder: folder, appId: String(appId) });
    const nodes = workflow.nodes.map((node) =>
      node.name === registerNode ? { ...node, onError, parameters: { ...node.parameters, options } } : node,
    );
    return await n8n.execute(
      await n8n.importWorkflow(withCredential({ ...workflow, nodes }, credentials[isPlain ? 1 : 0]!)),
    );
  }

  return {
    ids,
    async try(trial) {
      trials += 1;
      // An app of its own, so that no trial meets the users of another.
      const appId = firstAppId + trials;
      const emulator = trial.isPlain ? plain : tls;
      for (const { accounts } of [tls, plain]) accounts[0]?.appIds.push(appId);
      if (trial.areKnown) emulator.ledger.seed(appId, ids);
      const before = emulator.arrivals.length;
      proxy.act(trial.script ?? (() => undefined));
      const { error, runData } = await execute(trial, appId);
      const [success, failed] = runData[registerNode]?.[0]?.data?.main ?? [];
      return {
        error,
        success: success ?? [],
        failed: failed ?? [],
        registered: emulator.ledger.userIds(appId),
        requestedAgain: emulator.ledger.requestedAgain(appId),
        seen: [...proxy.seen],
        arrived: emulator.arrivals.length - before,
      };
    },
    async close() {
      n8n.close();
      await proxy.close();
      await tls.close();
      await plain.close();
    },
  };
}
