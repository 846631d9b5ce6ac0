/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- the tests run outside n8n */
import { join } from 'node:path';
import { sampleAccount, sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import { exampleWorkflow, readCsv, registerNode, type Execution, type N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, newFolder, withCredential } from '../support/n8n/fixture';
import { exampleHeader, writeLongList } from '../support/n8n/longList';

const length = 5_000;

describe('a list of 5,000 users', () => {
  let folder: string;
  const emulators: Emulator[] = [];
  const instances: N8n[] = [];

  async function emulate(options: Parameters<typeof startEmulator>[0] = {}): Promise<Emulator> {
    const emulator = await startEmulator({ requestsPerSecond: 50, ...options });
    emulators.push(emulator);
    return emulator;
  }

  /** Runs the example with a changed credential, or with the columns mapped by their names. */
  async function register(
    emulator: Emulator,
    { data = {}, automatically = false }: { data?: Record<string, string>; automatically?: boolean } = {},
  ): Promise<Execution> {
    const n8n = await n8nWithPackage({ folders: [folder], certificate: emulator.certificate });
    instances.push(n8n);
    const credential = credentialFor(emulator, data);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({ inputFolder: folder, outputFolder: folder });
    const node = workflow.nodes.find(({ name }) => name === registerNode)!;
    if (automatically) node.parameters.users = { mappingMode: 'autoMapInputData', value: null };
    return await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)));
  }

  beforeEach(() => {
    folder = newFolder();
  });

  const read = (file: string) => readCsv(join(folder, file));

  afterAll(async () => {
    for (const n8n of instances) n8n.close();
    for (const emulator of emulators) await emulator.close();
  });

  it('stops at once when the secret is wrong, and says what to do', async () => {
    writeLongList(folder, length);
    const emulator = await emulate({ latencyMs: 50 });
    const secretAccessKey = 'bm90LXRoZS1yaWdodC1zZWNyZXQ=';
    const { exitCode, error, stdout, stderr } = await register(emulator, { data: { secretAccessKey } });
    expect(exitCode).not.toBe(0);
    expect(`${error?.message} ${error?.description}`).toMatch(/[Ss]ecret [Aa]ccess [Kk]ey/);
    expect(`${error?.message} ${error?.description}`).toMatch(/credential/);
    expect(emulator.ledger.count()).toBe(0);
    // The first request, and those that were sent before its answer came.
    expect(emulator.arrivals.length).toBeLessThanOrEqual(10);
    expect(stdout + stderr).not.toContain(secretAccessKey);
    expect(stdout + stderr).not.toContain(sampleAccount.accessKeyId);
  });

  it('brings out the users that the service refuses, each with its code', async () => {
    const rows = writeLongList(folder, length);
    const isRefused = (_row: unknown, index: number) => index % 250 === 249;
    const rejections = rows
      .filter(isRefused)
      .map((row) => [row['User ID']!, { code: 'InvalidParam', message: 'this user is not welcome' }]);
    const emulator = await emulate({ rejectUsers: Object.fromEntries(rejections) });
    const { exitCode, error } = await register(emulator);
    expect(error).toBeUndefined();
    expect(exitCode).toBe(0);
    expect(read('failed.csv')).toMatchObject(
      rows
        .filter(isRefused)
        .map((row) => ({ ...row, 'outcome.code': 'InvalidParam', 'outcome.kind': 'rejected' })),
    );
    expect(read('failed.csv')[0]!['outcome.message']).toContain('this user is not welcome');
    const accepted = rows.filter((row, index) => !isRefused(row, index));
    expect(read('registered.csv').map((row) => row['User ID'])).toEqual(
      accepted.map((row) => row['User ID']),
    );
    expect(emulator.ledger.userIds(sampleAppId).sort()).toEqual(accepted.map((row) => row['User ID']).sort());
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });

  it('is mapped by the names of its columns, and sent over TLS', async () => {
    const header = { ...exampleHeader, id: 'user_id', nickName: 'nick-name' };
    const rows = writeLongList(folder, length, header);
    const emulator = await emulate({ https: true });
    const { exitCode, error } = await register(emulator, { automatically: true });
    expect(error).toBeUndefined();
    expect(exitCode).toBe(0);
    expect(read('failed.csv')).toEqual([]);
    expect(read('registered.csv').map((row) => row.user_id)).toEqual(rows.map((row) => row.user_id));
    expect(emulator.ledger.count(sampleAppId)).toBe(length);
    for (const [index, row] of rows.entries()) {
      const profile = { NickName: row['nick-name'], Tags: [`cohort:${index % 12}`, 'imported'] };
      expect(emulator.ledger.find(sampleAppId, row.user_id!)?.profile).toEqual(profile);
    }
    // On a busy machine requests bunch up on their way, and the emulator refuses what is too much; that is sent again.
    expect(emulator.arrivals).toHaveLength(length / 20 + emulator.breaches);
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
  });
});
