import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import { exampleWorkflow, type Execution, type Item, type N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, withCredential } from '../support/n8n/fixture';

const ids = ['7340761722590941217', '7402823710984646615', '7490338370325778268'];
const notAnId = 'EMP-20417';
const attemptsPerRound = 4;

describe('the example that registers again later', () => {
  let emulator: Emulator;
  let n8n: N8n;

  beforeEach(async () => {
    emulator = await startEmulator({ rejectUsers: { [ids[2]!]: 'InvalidParam' } });
    n8n = await n8nWithPackage();
  });
  afterEach(async () => {
    n8n?.close();
    await emulator?.close();
  });

  /** Runs the example, which waits no longer than it must, with a service that fails so many requests at first. */
  async function run(failingRequests: number): Promise<Execution> {
    emulator.setFaults(({ index }) => (index < failingRequests ? { status: 503 } : undefined));
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({}, 'register-users-again-later.json');
    for (const { name, parameters } of workflow.nodes) if (name === 'Wait a while') parameters.amount = 0;
    return await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)));
  }

  /** What came out of each run of a node. */
  const outputsOf = ({ runData }: Execution, node: string): Array<Array<Item['json']>> =>
    (runData[node] ?? []).map(({ data }) => (data?.main[0] ?? []).map(({ json }) => json));
  const messageOf = (count: number, text: string) => ({
    subject: `Users that were not registered: ${count}`,
    text: expect.stringMatching(RegExp(`^${text}`)) as string,
  });
  const idsOf = (items: Array<Item['json']> | undefined) => items?.map(({ userId }) => userId);

  it('registers in a later round those whom the service could not take before', async () => {
    const execution = await run(2 * attemptsPerRound);
    expect(execution.error).toBeUndefined();
    expect(outputsOf(execution, 'Wait a while').map(idsOf)).toEqual([ids, ids]);
    expect(outputsOf(execution, 'Registered').map(idsOf)).toEqual([ids.slice(0, 2)]);
    expect(emulator.ledger.userIds(sampleAppId).sort()).toEqual(ids.slice(0, 2));
    expect(emulator.arrivals).toHaveLength(2 * attemptsPerRound + 1);
    expect(outputsOf(execution, 'Write message')).toEqual([
      [messageOf(1, `${notAnId}: .*not an integer`)],
      [messageOf(1, `${ids[2]}: .*InvalidParam`)],
    ]);
  });

  it('gives up after three rounds, and tells of everybody', async () => {
    const execution = await run(Infinity);
    expect(execution.error).toBeUndefined();
    expect(emulator.arrivals).toHaveLength(3 * attemptsPerRound);
    expect(outputsOf(execution, 'Registered')).toEqual([]);
    expect(outputsOf(execution, 'Write message')).toEqual([
      [messageOf(1, `${notAnId}: .*not an integer`)],
      [messageOf(3, ids.map((id) => `${id}: The service failed.*`).join('\n'))],
    ]);
  });
});
