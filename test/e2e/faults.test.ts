/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { join } from 'node:path';
import { type Emulator, type Fault, sampleAppId, startEmulator } from '../support/emulator';
import { exampleWorkflow, type Execution, type N8n, readCsv } from '../support/n8n';
import { seededRandom } from '../support/random/seededRandom';
import { credentialFor, n8nWithPackage, newFolder, withCredential } from '../support/n8n/fixture';
import { writeLongList } from '../support/n8n/longList';

const length = 20_000;
const random = seededRandom(20_000);

/** One request in a hundred is reset, half of them after it was applied; one in a hundred fails after it was. */
function fault(): Fault | undefined {
  const chance = random();
  if (chance < 0.005) return { reset: 'beforeApplying' };
  if (chance < 0.01) return { reset: 'afterApplying' };
  return chance < 0.02 ? { status: 503, code: 'ServiceUnavailableTemp', applyFirst: true } : undefined;
}

describe('20,000 users, a service that throttles, resets and fails', () => {
  const folder = newFolder();
  let emulator: Emulator;
  let n8n: N8n;
  let execution: Execution;
  const rows = writeLongList(folder, length);
  const ids = rows.map((row) => row['User ID'] ?? '');

  beforeAll(async () => {
    emulator = await startEmulator({
      requestsPerSecond: 50,
      latencyMs: 50,
      faults: fault,
      keepBodies: false,
    });
    n8n = await n8nWithPackage({ folders: [folder] });
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({ inputFolder: folder, outputFolder: folder });
    execution = await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)));
  });

  afterAll(async () => {
    n8n?.close();
    await emulator?.close();
  });

  it('meets every kind of fault', () => {
    const failed = emulator.arrivals.filter(({ status }) => status === 503);
    expect(failed.length).toBeGreaterThan(2);
    expect(emulator.arrivals.filter(({ status }) => status === 0).length).toBeGreaterThan(2);
  });

  it('ends with every user on Success, in the order of the file', () => {
    expect(execution.error).toBeUndefined();
    expect(readCsv(join(folder, 'registered.csv')).map((row) => row['User ID'])).toEqual(ids);
    expect(readCsv(join(folder, 'failed.csv'))).toEqual([]);
  });

  it('registers every user, and asks twice only for those whose fate was unknown', () => {
    expect(emulator.ledger.userIds(sampleAppId).sort()).toEqual([...ids].sort());
    const inDoubt = emulator.arrivals.filter(({ applied, status }) => applied && status !== 200);
    const usersInDoubt = new Set(inDoubt.flatMap(({ userIds }) => userIds));
    expect(emulator.ledger.requestedAgain(sampleAppId).filter((id) => !usersInDoubt.has(id))).toEqual([]);
  });

  it('marks those whose first attempt had registered them without an answer', () => {
    const again = new Set(emulator.ledger.requestedAgain(sampleAppId));
    const marked = readCsv(join(folder, 'registered.csv')).filter((row) => row['outcome.code']);
    expect(new Set(marked.map((row) => row['User ID']))).toEqual(again);
  });
});
