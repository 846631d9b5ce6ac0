import { startStranger, type Stranger } from '../support/servers/startStranger';
import { startEmulator, type Emulator } from '../support/emulator';
import type { Execution, N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, withCredential } from '../support/n8n/fixture';
import { type Call, workflowCalling } from './httpRequests';

const url = '/?Action=GetCallerIdentity&Version=2018-01-01';
const method = 'GET';

describe("n8n's HTTP Request node with the credential, led to another host", () => {
  let emulator: Emulator;
  let stranger: Stranger;
  let n8n: N8n;
  let execution: Execution;

  beforeAll(async () => {
    [emulator, stranger] = await Promise.all([startEmulator(), startStranger()]);
    const headers = { Location: `${stranger.url}/elsewhere` };
    emulator.setFaults(({ index }) => ({ status: index === 0 ? 302 : 307, headers, body: '' }));
    n8n = await n8nWithPackage();
    const credential = credentialFor(emulator, { sessionToken: '' });
    await n8n.importCredential(credential);
    const calls: Record<string, Call> = {
      'an error': { url, method, fails: true },
      'no error': { url, method },
      'a stranger': { url: `${stranger.url}${url}`, method, fails: true },
    };
    const workflow = withCredential(workflowCalling(emulator.url, calls), credential);
    execution = await n8n.execute(await n8n.importWorkflow(workflow));
  });

  afterAll(async () => {
    n8n?.close();
    await Promise.all([emulator?.close(), stranger?.close()]);
  });

  const itemOf = (name: string) => execution.runData[name]?.[0]?.data?.main[0]?.[0]?.json;

  it('sends nothing there', () => {
    expect(emulator.arrivals.map(({ status }) => status)).toEqual([302, 307]);
    expect(stranger.connections()).toBe(0);
  });

  it('shows where a redirect leads, where it is to be no error', () => {
    expect(itemOf('no error')).toMatchObject({
      statusCode: 307,
      headers: { location: expect.stringContaining(stranger.url) as string },
    });
  });

  it('says in words that the credential does not sign for a stranger', () => {
    expect(JSON.stringify(itemOf('a stranger'))).toContain(
      `The credential does not sign requests to ${stranger.url}, only to`,
    );
  });
});
