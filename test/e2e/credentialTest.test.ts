import { startStranger, type Stranger } from '../support/servers/startStranger';
import { type Emulator, type Faults, startEmulator } from '../support/emulator';
import { addCredential, n8nVersion, type Server } from '../support/n8n';
import { credentialFor, serverWithPackage } from '../support/n8n/fixture';

interface Verdict {
  status: 'OK' | 'Error';
  message: string;
}

describe('the test of the credential, as the editor asks n8n for it', () => {
  let emulator: Emulator;
  let stranger: Stranger;
  let server: Server;
  let saved: { id: string; name: string; type: string; data: Record<string, unknown> };

  beforeAll(async () => {
    [emulator, stranger] = await Promise.all([startEmulator(), startStranger()]);
    server = await serverWithPackage();
    const credential = credentialFor(emulator);
    saved = { ...credential, ...(await addCredential(server.rest, credential)) };
  });

  afterAll(async () => {
    await server?.close();
    await Promise.all([emulator?.close(), stranger?.close()]);
  });

  async function test(changes: Record<string, string> = {}, faults: Faults = []): Promise<Verdict> {
    emulator.setFaults(faults);
    const credentials = { ...saved, data: { ...saved.data, ...changes } };
    return await server.rest.call<Verdict>('POST', '/rest/credentials/test', { credentials });
  }

  it('is green for a right key pair', async () => {
    expect(await test()).toEqual({ status: 'OK', message: 'Connection successful!' });
  });

  it.each<[what: string, changes: Record<string, string>, faults: Faults, message: RegExp]>([
    ['an unknown key', { accessKeyId: 'AKLTnobody' }, [], /^Volcengine does not know this Access Key ID/],
    ['a wrong secret', { secretAccessKey: 'wrong' }, [], /^The Secret Access Key does not belong/],
    ['another region', { region: 'eu-west-1' }, [], /Check Region and Endpoint, then the keys/],
    ['no secret', { secretAccessKey: ' ' }, [], /^The credential has no Secret Access Key/],
    ['an Endpoint that is none', { endpoint: 'gateway' }, [], /^"gateway" is not a web address/],
    ['throttling', {}, [{ code: 'FlowLimitExceeded' }], /too many requests/],
    ['an error of the future', {}, [{ code: 'Whatever' }], /error that this version does not know/],
    ['a page', {}, [{ status: 403, body: '<html>' }], /^The answer is not Volcengine's/],
    ['an empty answer', {}, [{ status: 200, body: '' }], /^The answer is not Volcengine's/],
  ])('is red for %s, and says so', async (_what, changes, faults, message) => {
    const verdict = await test(changes, faults);
    expect(verdict.status).toBe('Error');
    expect(verdict.message).toMatch(message);
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%d), and says that it was one',
    async (status) => {
      const headers = { Location: `${stranger.url}/elsewhere` };
      const { message } = await test({ sessionToken: '' }, [{ status, headers, body: '' }]);
      expect(message).toMatch(
        n8nVersion.startsWith('1.') ? /a redirect is in between/ : `a redirect (HTTP ${status})`,
      );
      expect(stranger.connections()).toBe(0);
    },
  );
});
