import { sampleAppId, startEmulator, type Emulator, type Faults } from '../support/emulator';
import { exampleWorkflow, type Execution, type Item, type N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, withCredential } from '../support/n8n/fixture';

const [maria, wang, nadia] = ['7340761722590941217', '7402823710984646615', '7490338370325778268'];
const notAnId = 'EMP-20417';

describe('the example that registers only users who are new', () => {
  let emulator: Emulator;
  let n8n: N8n;

  beforeEach(async () => {
    emulator = await startEmulator({ rejectUsers: { [nadia!]: 'InvalidParam' } });
    emulator.ledger.seed(sampleAppId, [maria!], { NickName: 'Before' });
    n8n = await n8nWithPackage();
  });
  afterEach(async () => {
    n8n?.close();
    await emulator?.close();
  });

  async function run(faults: Faults = []): Promise<Execution> {
    emulator.setFaults(faults);
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({}, 'register-only-new-users.json');
    const execution = await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)));
    expect(execution.error).toBeUndefined();
    return execution;
  }

  /** The items that came out of all runs of a node. */
  const itemsOf = ({ runData }: Execution, node: string): Array<Item['json']> =>
    (runData[node] ?? []).flatMap(({ data }) => (data?.main[0] ?? []).map(({ json }) => json));
  const actions = () => emulator.arrivals.map(({ action, userIds }) => [action, userIds]);

  it('leaves those alone who are known, registers those who are not, and puts the rest aside', async () => {
    const execution = await run();
    expect(itemsOf(execution, 'Already registered')).toMatchObject([
      { userId: maria, outcome: { user: { nickName: 'Before' } } },
    ]);
    expect(itemsOf(execution, 'Registered')).toMatchObject([{ userId: wang, nickName: '王伟' }]);
    const aside = itemsOf(execution, 'Needs attention');
    expect(aside.map(({ userId }) => userId).sort()).toEqual([nadia, notAnId].sort());
    expect(aside).toContainEqual(
      expect.objectContaining({
        userId: nadia,
        outcome: expect.objectContaining({ code: 'InvalidParam' }) as object,
      }),
    );
    expect(actions()).toEqual([
      ['BatchGetUser', [maria, wang, nadia]],
      ['RegisterUsers', [wang, nadia]],
    ]);
    expect(emulator.ledger.userIds(sampleAppId)).toEqual([maria, wang]);
    expect(emulator.ledger.find(sampleAppId, maria!)?.profile).toEqual({ NickName: 'Before' });
  });

  it('registers nobody whom it could not look up', async () => {
    const execution = await run(({ action }) => (action === 'BatchGetUser' ? { status: 503 } : undefined));
    expect(itemsOf(execution, 'Needs attention')).toMatchObject(
      [maria, wang, nadia, notAnId].map((userId) => ({ userId, outcome: { success: false } })),
    );
    expect(new Set(emulator.arrivals.map(({ action }) => action))).toEqual(new Set(['BatchGetUser']));
    expect(emulator.ledger.userIds(sampleAppId)).toEqual([maria]);
  });
});
