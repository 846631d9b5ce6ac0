import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  exampleTable,
  exampleWorkflow,
  runNow,
  type DataTable,
  type Server,
  type Stored,
} from '../support/n8n';
import { accountName, credentialFor, serverWithPackage } from '../support/n8n/fixture';

const file = 'register-new-rows.json';
const maria = { userId: '7340761722590941217', nickName: 'María' };
const wang = { userId: '7402823710984646615', nickName: '王伟' };
const late = { userId: '7490338370325778268', nickName: 'Надія' };
const notAnId = { userId: 'EMP-20417', nickName: 'Liam' };

describe('the example with a schedule and a data table', () => {
  let emulator: Emulator;
  let server: Server;
  let table: DataTable;
  let workflow: Stored;

  beforeAll(async () => {
    emulator = await startEmulator();
    server = await serverWithPackage();
    await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
    table = await exampleTable(server.rest, file);
    workflow = await addWorkflow(server.rest, exampleWorkflow({ dataTable: table }, file));
  });
  afterAll(async () => {
    await server?.close();
    await emulator?.close();
  });

  const run = async () => await runNow(server.rest, workflow, 'Every 15 minutes');
  const registered = { status: 'registered', message: '' };
  const failed = {
    ...notAnId,
    status: 'failed',
    message: expect.stringContaining('not an integer') as string,
  };

  it('marks each row with what became of it', async () => {
    await table.insert(maria, notAnId);
    expect(await run()).toBe('success');
    expect(await table.rows()).toMatchObject([{ ...maria, ...registered }, failed]);
    expect(emulator.ledger.find(sampleAppId, maria.userId)?.profile).toEqual({ NickName: maria.nickName });
  });

  it('finds only new rows the next time', async () => {
    await table.insert(wang);
    expect(await run()).toBe('success');
    expect(await table.rows()).toMatchObject([
      { ...maria, ...registered },
      failed,
      { ...wang, ...registered },
    ]);
    expect(emulator.arrivals.map(({ userIds }) => userIds)).toEqual([[maria.userId], [wang.userId]]);
  });

  it('takes a row again that the service could not take', async () => {
    await table.insert(late);
    emulator.setFaults(() => ({ status: 503 }));
    expect(await run()).toBe('success');
    const retry = {
      ...late,
      status: 'retry',
      message: expect.stringContaining('failed temporarily') as string,
    };
    expect((await table.rows()).at(-1)).toMatchObject(retry);
    emulator.setFaults([]);
    expect(await run()).toBe('success');
    expect((await table.rows()).at(-1)).toMatchObject({ ...late, ...registered });
  });

  it('has nothing to do when there is nothing new', async () => {
    const before = emulator.arrivals.length;
    expect(await run()).toBe('success');
    expect(emulator.arrivals).toHaveLength(before);
  });

  it('takes a long table in parts where Get new rows has a limit', async () => {
    const example = exampleWorkflow({ dataTable: table }, file);
    const reader = example.nodes.find(({ name }) => name === 'Get new rows');
    Object.assign(reader!.parameters, { returnAll: false, limit: 2 });
    const parts = await addWorkflow(server.rest, example);
    await table.insert(...['1', '2', '3'].map((userId) => ({ userId, nickName: 'One of many' })));
    const waiting = async () => (await table.rows()).filter(({ status }) => status === null).length;
    for (const left of [1, 0]) {
      expect(await runNow(server.rest, parts, 'Every 15 minutes')).toBe('success');
      expect(await waiting()).toBe(left);
    }
    for (const userId of ['1', '2', '3']) {
      expect(emulator.ledger.find(sampleAppId, userId)).toBeDefined();
    }
  });
});
