import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  exampleTable,
  executionEnd,
  exampleWorkflow,
  runNow,
  startNow,
  type DataTable,
  type Server,
  type Stored,
  until,
} from '../support/n8n';
import { accountName, credentialFor, serverWithPackage } from '../support/n8n/fixture';

const file = 'keep-users-in-sync.json';
const maria = '7340761722590941217';
const wang = '7402823710984646615';
const nadia = '7490338370325778268';
const sofia = '7501128394451267842';
const notAnId = 'EMP-20417';

describe('the example that keeps a data table in sync', () => {
  let emulator: Emulator;
  let server: Server;
  let table: DataTable;
  let workflow: Stored;

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.ledger.seed(sampleAppId, [wang, sofia], { NickName: 'Before' });
    server = await serverWithPackage();
    await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
    table = await exampleTable(server.rest, file);
    workflow = await addWorkflow(server.rest, exampleWorkflow({ dataTable: table }, file));
  });
  afterEach(() => emulator.setFaults([]));
  afterAll(async () => {
    await server?.close();
    await emulator?.close();
  });

  /** Runs the example. Returns the requests that it made. */
  async function run(): Promise<string[]> {
    const before = emulator.arrivals.length;
    expect(await runNow(server.rest, workflow, 'Every 15 minutes')).toBe('success');
    return emulator.arrivals.slice(before).map(({ action, userIds }) => `${action} ${userIds.join(' ')}`);
  }

  const rowOf = async (userId: string) => (await table.rows()).find((row) => row.userId === userId);
  const profileOf = (userId: string) => emulator.ledger.find(sampleAppId, userId)?.profile;

  it('has nothing to do while the table is empty', async () => {
    expect(await run()).toEqual([]);
  });

  it('registers, updates and unregisters, and marks each row with its outcome', async () => {
    await table.insert(
      { userId: maria, nickName: 'María', tags: 'vip, beta' },
      { userId: wang, nickName: '王伟' },
      { userId: sofia, nickName: 'Sofia', hasLeft: true },
      { userId: '42', hasLeft: true },
      { userId: notAnId, nickName: 'Liam' },
    );
    expect((await run()).sort()).toEqual([
      `BatchUpdateUser ${wang}`,
      `RegisterUsers ${maria} ${wang}`,
      `UnRegisterUsers ${sofia} 42`,
    ]);
    expect(await table.rows()).toMatchObject([
      { userId: maria, status: 'registered', message: '' },
      { userId: wang, status: 'updated', message: '' },
      { userId: sofia, status: 'unregistered', message: '' },
      { userId: '42', status: 'unregistered', message: '' },
      {
        userId: notAnId,
        status: 'failed',
        message: expect.stringContaining('not an integer') as string,
      },
    ]);
    expect(emulator.ledger.userIds(sampleAppId).sort()).toEqual([maria, wang].sort());
    expect(profileOf(maria)).toEqual({ NickName: 'María', Tags: ['vip', 'beta'] });
    expect(profileOf(wang)).toEqual({ NickName: '王伟' });
  });

  it('sends nothing again, not even what failed for good, as long as nothing changes', async () => {
    const before = await table.rows();
    expect(await run()).toEqual([]);
    expect(await table.rows()).toEqual(before);
  });

  it('takes a row again once it has changed, whether it failed, was done or had left', async () => {
    await table.update(maria, { nickName: 'María José' });
    await table.update(sofia, { hasLeft: false });
    await table.update(notAnId, { userId: nadia });
    expect((await run()).sort()).toEqual([
      `BatchUpdateUser ${maria}`,
      `RegisterUsers ${maria} ${sofia} ${nadia}`,
    ]);
    expect(await rowOf(maria)).toMatchObject({ status: 'updated' });
    expect(await rowOf(sofia)).toMatchObject({ status: 'registered' });
    expect(await rowOf(nadia)).toMatchObject({ status: 'registered', message: '' });
    expect(profileOf(maria)).toEqual({ NickName: 'María José', Tags: ['vip', 'beta'] });
  });

  it('takes a row again that the service could not take', async () => {
    emulator.setFaults(() => ({ status: 503 }));
    await table.update(wang, { hasLeft: true });
    await table.update(nadia, { tags: 'vip' });
    await run();
    const retry = {
      status: 'retry',
      message: expect.stringContaining('failed temporarily') as string,
    };
    expect([await rowOf(wang), await rowOf(nadia)]).toMatchObject([retry, retry]);
    emulator.setFaults([]);
    expect((await run()).sort()).toEqual([
      `BatchUpdateUser ${nadia}`,
      `RegisterUsers ${nadia}`,
      `UnRegisterUsers ${wang}`,
    ]);
    expect(await rowOf(wang)).toMatchObject({ status: 'unregistered', message: '' });
    expect(await rowOf(nadia)).toMatchObject({ status: 'updated', message: '' });
    expect(emulator.ledger.has(sampleAppId, wang)).toBe(false);
    expect(profileOf(nadia)).toMatchObject({ Tags: ['vip'] });
  });

  it('does not miss a change that is made while the row is sent', async () => {
    const before = emulator.arrivals.length;
    emulator.setFaults([{ delayMs: 2_000 }]);
    await table.update(nadia, { nickName: 'Before' });
    const id = await startNow(server.rest, workflow, 'Every 15 minutes');
    await until('the row is sent', async () => emulator.arrivals.length > before);
    await table.update(nadia, { nickName: 'After' });
    expect((await executionEnd(server.rest, id)).status).toBe('success');
    expect(profileOf(nadia)).toMatchObject({ NickName: 'Before' });
    expect(await rowOf(nadia)).toMatchObject({ nickName: 'After', status: 'updated' });
    expect(await run()).toEqual([`RegisterUsers ${nadia}`, `BatchUpdateUser ${nadia}`]);
    expect(profileOf(nadia)).toMatchObject({ NickName: 'After' });
    expect(await run()).toEqual([]);
  });
});
