import { randomUUID } from 'node:crypto';
import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  exampleWorkflow,
  publish,
  withModel,
  type Credential,
  type Server,
} from '../support/n8n';
import { startFakeModel, type FakeModel } from './fakeModel';
import { accountName, credentialFor, serverWithPackage } from '../support/n8n/fixture';

const maria = { userId: '73407617225909412', nickName: 'María 王', tags: 'vip, beta' };

describe('the example with an AI agent', () => {
  let emulator: Emulator;
  let model: FakeModel;
  let server: Server;
  let openAi: Omit<Credential, 'data'>;

  beforeAll(async () => {
    emulator = await startEmulator();
    model = await startFakeModel();
    server = await serverWithPackage();
    await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
    const data = { apiKey: 'none', url: model.url };
    openAi = await addCredential(server.rest, { name: 'OpenAI account', type: 'openAiApi', data });
  });
  afterAll(async () => {
    await server?.close();
    await model?.close();
    await emulator?.close();
  });

  /** Puts the example online, which by itself has its chat in the editor alone. Returns the address of the chat. */
  async function publishChat(agentVersion: number): Promise<string> {
    const example = exampleWorkflow({}, 'register-users-by-ai-agent.json');
    const nodeNamed = (wanted: string) => example.nodes.find(({ name }) => name === wanted)!;
    const webhookId = randomUUID();
    nodeNamed('AI Agent').typeVersion = agentVersion;
    Object.assign(nodeNamed('When chat message received'), {
      parameters: { public: true, options: {} },
      webhookId,
    });
    await publish(server.rest, await addWorkflow(server.rest, withModel(example, openAi)));
    return `${server.url}/webhook/${webhookId}/chat`;
  }

  // n8n runs the tools of the two in different ways.
  describe.each([2.2, 3])('of version %d', (agentVersion) => {
    const sessionId = randomUUID();
    let chatUrl: string;

    beforeAll(async () => {
      chatUrl = await publishChat(agentVersion);
    });
    afterEach(() => model.questions.splice(0));

    /** The model takes what it hears for the arguments of its tool. */
    async function say(user: Record<string, string>): Promise<unknown> {
      const response = await fetch(chatUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput: JSON.stringify(user) }),
      });
      return await response.json();
    }
    const containing = (text: string) => expect.stringContaining(text) as string;

    it('registers the user whom the model names, and tells the model', async () => {
      const userId = `${maria.userId}${agentVersion * 10}`;
      const answer = await say({ ...maria, userId });
      const { profile, requestId } = emulator.ledger.find(sampleAppId, userId)!;
      expect(profile).toEqual({ NickName: maria.nickName, Tags: ['vip', 'beta'] });
      expect(model.questions).toHaveLength(2);
      expect(model.questions[1]?.messages.at(-1)).toMatchObject({
        role: 'tool',
        content: containing(requestId),
      });
      expect(answer).toEqual({ output: containing(requestId) });
    });

    it('tells the model why a user was not registered', async () => {
      expect(await say({ userId: 'EMP-20417' })).toEqual({ output: containing('is not an integer') });
    });

    it('offers the tool with the columns that the model is to fill', async () => {
      await say({ userId: 'EMP-20417' });
      expect(model.questions[0]?.tools).toMatchObject([
        {
          function: {
            name: 'Register_a_user',
            description: containing('Registers one user'),
            parameters: { properties: { userId: {}, nickName: {}, tags: {} }, required: ['userId'] },
          },
        },
      ]);
    });
  });
});
