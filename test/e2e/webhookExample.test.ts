import { sampleAccount, sampleAppId, startEmulator, type Emulator, type Fault } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  exampleWorkflow,
  knownUserId,
  publish,
  type Server,
} from '../support/n8n';
import { accountName, credentialFor, serverWithPackage } from '../support/n8n/fixture';

const user = {
  userId: '7340761722590941217',
  nickName: 'María 王',
  tags: ['vip', 'beta'],
  portrait: 'https://example.com/1.png',
  ext: { level: '7' },
  isRobot: true,
};

describe('the example with a webhook', () => {
  let emulator: Emulator;
  let server: Server;
  let credential: { id: string };

  beforeAll(async () => {
    emulator = await startEmulator({ rejectUsers: { 13: 'InvalidParam' } });
    emulator.ledger.seed(sampleAppId, [knownUserId]);
    server = await serverWithPackage();
    credential = await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
    const workflow = exampleWorkflow({}, 'register-user-by-webhook.json');
    await publish(server.rest, await addWorkflow(server.rest, workflow));
  });
  afterEach(() => emulator.setFaults([]));
  afterAll(async () => {
    await server?.close();
    await emulator?.close();
  });

  async function post(body: unknown, path = 'register-user'): Promise<{ status: number; outcome: unknown }> {
    const response = await fetch(`${server.url}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, outcome: await response.json() };
  }

  it('answers 200 with the outcome, once the user is registered', async () => {
    const answer = await post(user);
    const registered = emulator.ledger.find(sampleAppId, user.userId);
    const { userId, requestId } = { ...user, ...registered };
    expect(answer).toEqual({ status: 200, outcome: { success: true, userId, requestId, attempts: 1 } });
    expect(registered?.profile).toEqual({
      NickName: user.nickName,
      Tags: user.tags,
      Portrait: user.portrait,
      Ext: user.ext,
      IsRobot: user.isRobot,
    });
  });

  it('takes an id alone', async () => {
    expect(await post({ userId: '42' })).toMatchObject({ status: 200, outcome: { userId: '42' } });
    expect(emulator.ledger.find(sampleAppId, '42')?.profile).toEqual({});
  });

  it('takes a user as other programs write it', async () => {
    const body = { userId: ' 43\u200b', tags: 'vip，北京', ext: '[]', isRobot: 't', nickName: ' Zoë ' };
    expect(await post(body)).toMatchObject({ status: 200, outcome: { success: true, userId: '43' } });
    expect(emulator.ledger.find(sampleAppId, '43')?.profile).toEqual({
      NickName: 'Zoë',
      Tags: ['vip', '北京'],
      IsRobot: true,
    });
  });

  const cases: Array<{ status: number; what: string; body: unknown; outcome: object; fault?: Fault }> = [
    { status: 400, what: 'a user without an id', body: {}, outcome: { kind: 'validation' } },
    { status: 400, what: 'a list of users', body: [user], outcome: { kind: 'validation' } },
    {
      status: 409,
      what: 'a known id',
      body: { userId: knownUserId },
      outcome: { code: 'UserHasRegistered' },
    },
    { status: 422, what: 'a user that is refused', body: { userId: '13' }, outcome: { kind: 'rejected' } },
    {
      status: 429,
      what: 'too much haste',
      body: user,
      outcome: { kind: 'throttled' },
      fault: { status: 429 },
    },
    {
      status: 503,
      what: 'a failing service',
      body: user,
      outcome: { kind: 'unavailable' },
      fault: { status: 503 },
    },
  ];
  it.each(cases)('answers $status to $what', async ({ status, body, outcome, fault }) => {
    emulator.setFaults(() => fault);
    const retryable = fault !== undefined;
    expect(await post(body)).toMatchObject({ status, outcome: { ...outcome, retryable } });
  });

  it('answers 500 when no user can be registered, and keeps its keys to itself', async () => {
    const accounts = emulator.accounts.splice(0);
    const { status, outcome } = await post({ userId: '1' });
    emulator.accounts.push(...accounts);
    expect({ status, outcome }).toMatchObject({ status: 500, outcome: { code: 'InvalidAccessKey' } });
    expect(JSON.stringify(outcome)).not.toContain(sampleAccount.accessKeyId);
  });

  it('answers 500 where the App ID is none: it is not the user that is at fault', async () => {
    const workflow = exampleWorkflow({ appId: '5f3c0a1b2c3d4e5f6a7b8c9d' }, 'register-user-by-webhook.json');
    const webhook = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook')!;
    webhook.parameters.path = 'register-at-no-app';
    webhook.webhookId = '5f0c3c1e-0d0b-4c0e-9f1c-6a9d4d2b7b99';
    await publish(server.rest, await addWorkflow(server.rest, { ...workflow, name: 'No app' }));
    const { status, outcome } = await post({ userId: '1' }, 'register-at-no-app');
    const message = expect.stringContaining('is the ID of an RTC app') as string;
    expect({ status, outcome }).toMatchObject({ status: 500, outcome: { kind: 'notSent', message } });
  });

  it('answers 500 when it has lost its credential', async () => {
    await server.rest.call('DELETE', `/rest/credentials/${credential.id}`);
    const message = expect.stringMatching(/^Not sent, .* Credential with ID/) as string;
    expect(await post({ userId: '1' })).toMatchObject({ status: 500, outcome: { kind: 'notSent', message } });
  });
});
