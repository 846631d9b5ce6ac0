import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  executionEnd,
  exampleWorkflow,
  startNow,
  type Server,
  type Stored,
} from '../support/n8n';
import { accountName, credentialFor, serverWithPackage } from '../support/n8n/fixture';

const file = 'broadcast-to-a-segment.json';
const trigger = 'When clicking ‘Execute workflow’';
const segment = ['7340761722590941217', '7402823710984646615'];
const [notInIt, unregistered] = ['42', '7490338370325778268'];

type Parameters = Record<string, unknown>;

/** Gives a field of an Edit Fields node another value. */
function setAssignment({ assignments }: Parameters, field: string, value: string): void {
  const all = (assignments as { assignments: Array<{ name: string; value: string }> }).assignments;
  all.find(({ name }) => name === field)!.value = value;
}

describe('the example that tags a segment and broadcasts to it', () => {
  let emulator: Emulator;
  let server: Server;
  let workflow: Stored;

  beforeAll(async () => {
    emulator = await startEmulator();
    server = await serverWithPackage();
    await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
    workflow = await addWorkflow(server.rest, exampleWorkflow({}, file));
  });
  beforeEach(() => {
    emulator.ledger.seed(sampleAppId, [...segment, notInIt!], { Tags: ['vip'] });
  });
  afterAll(async () => {
    await server?.close();
    await emulator?.close();
  });

  const broadcasts = () => emulator.arrivals.filter(({ action }) => action === 'UserBroadcast').length;

  /** Runs the example until it asks. Returns the id of the execution and the address of the question. */
  async function ask(stored = workflow): Promise<{ id: string; link: string }> {
    const id = await startNow(server.rest, stored, trigger);
    const { status, data } = await executionEnd(server.rest, id);
    expect(status).toBe('waiting');
    const link = /"(http[^"]*\/form-waiting\/[^"]*)"/.exec(data)?.[1];
    return { id, link: link! };
  }

  /** Adds the example with one node's parameters changed. */
  async function changed(node: string, change: (parameters: Parameters) => void): Promise<Stored> {
    const example = exampleWorkflow({}, file);
    change(example.nodes.find(({ name }) => name === node)!.parameters);
    return await addWorkflow(server.rest, { ...example, name: `Another ${node}` });
  }

  /** Fills in the form, as a browser does. */
  async function answer(link: string, choice: string): Promise<Response> {
    const form = new FormData();
    form.set('field-0', choice);
    return await fetch(link, { method: 'POST', body: form });
  }

  const endOf = async (id: string) => (await executionEnd(server.rest, id, 'waiting')).status;

  it('sends one message to all of the segment, once, and only after a yes', async () => {
    const before = broadcasts();
    const { id, link } = await ask();
    expect(broadcasts()).toBe(before);
    const page = await (await fetch(link)).text();
    expect(page).toContain('Send this message to 2 users? The spring sale has begun');
    expect(broadcasts()).toBe(before);
    await answer(link, 'Yes, send it');
    expect(await endOf(id)).toBe('success');
    await answer(link, 'Yes, send it');
    expect(broadcasts()).toBe(before + 1);
    expect(emulator.ledger.broadcasts.at(-1)).toMatchObject({
      to: { tags: [expect.stringMatching(RegExp(`^segment-[0-9]{8}-[0-9]{6}-${id}$`)) as string] },
      reached: segment,
      message: {
        Sender: segment[0],
        MsgType: 10001,
        Content: '{"text":"The spring sale has begun: 20% off until Sunday."}',
      },
    });
  });

  it('reaches nobody of an earlier segment, as each run has a tag of its own', async () => {
    const first = await ask();
    await answer(first.link, 'Yes, send it');
    expect(await endOf(first.id)).toBe('success');
    const users = JSON.stringify([{ userId: segment[1] }]);
    const second = await ask(await changed('Plan broadcast', (plan) => setAssignment(plan, 'users', users)));
    await answer(second.link, 'Yes, send it');
    expect(await endOf(second.id)).toBe('success');
    expect(emulator.ledger.broadcasts.slice(-2).map(({ reached }) => reached)).toEqual([
      segment,
      [segment[1]],
    ]);
  });

  it('sends nothing after a no', async () => {
    const before = broadcasts();
    const { id, link } = await ask();
    await answer(link, 'No');
    expect(await endOf(id)).toBe('success');
    await answer(link, 'Yes, send it');
    expect(broadcasts()).toBe(before);
  });

  it('sends nothing when nobody answers in time', async () => {
    const before = broadcasts();
    const soon = { resumeAmount: 1, resumeUnit: 'seconds' };
    const { id } = await ask(await changed('Wait for answer', (wait) => Object.assign(wait, soon)));
    expect(await endOf(id)).toBe('success');
    expect(broadcasts()).toBe(before);
  });

  it('asks nothing and sends nothing where nobody could be tagged', async () => {
    const before = broadcasts();
    for (const userId of segment) emulator.ledger.unregister(sampleAppId, userId, 'test', 0);
    const id = await startNow(server.rest, workflow, trigger);
    expect((await executionEnd(server.rest, id)).status).toBe('success');
    expect(emulator.arrivals.at(-1)).toMatchObject({
      action: 'BatchUpdateUserTags',
      userIds: [...segment, unregistered],
    });
    expect(broadcasts()).toBe(before);
  });
});
