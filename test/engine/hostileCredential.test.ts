import { type Emulator, sampleAccount, startEmulator } from '../support/emulator';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

describe('a credential', () => {
  const hostile = {
    'a session token with a line break': { sessionToken: 'STS\r\nX-Evil: 1' },
    'a session token with a lone line feed': { sessionToken: 'STS\nX-Evil: 1' },
    'an access key id with a line break': { accessKeyId: `${sampleAccount.accessKeyId}\r\nX-Evil: 1` },
  };

  test.each(Object.entries(hostile))('with %s is not used', async (_, credential) => {
    const { error } = await registerUsers(emulator, [{ UserId: '1' }], { credential });
    expect(error?.message).toMatch(/has white space or other characters inside/);
    expect(emulator.arrivals).toHaveLength(0);
  });

  test('with a line break in its endpoint adds no header', async () => {
    const endpoint = `${emulator.url}/\r\nX-Evil: 1`;
    await registerUsers(emulator, [{ UserId: '1' }], { credential: { endpoint } });
    expect(emulator.arrivals.filter(({ headers }) => 'x-evil' in headers)).toEqual([]);
    expect(emulator.ledger.count()).toBe(0);
  });

  test.each(['/', '//', '  '])('may end its endpoint in "%s"', async (end) => {
    const credential = { endpoint: emulator.url + end };
    expect((await registerUsers(emulator, [{ UserId: '1' }], { credential })).success).toHaveLength(1);
  });

  test('may name a path in its endpoint, which is signed and sent', async () => {
    const credential = { endpoint: `${emulator.url}/gate way/v1/` };
    const { error } = await registerUsers(emulator, [{ UserId: '1' }], { credential });
    expect(emulator.arrivals[0]?.path).toBe('/gate%20way/v1/?Action=RegisterUsers&Version=2020-12-01');
    // The emulator has nothing there; that it says so means that it took the signature for right.
    expect(error?.message).toMatch(/^The address does not offer this API/);
  });

  test('with a password in its endpoint is not used, and the password not shown', async () => {
    const endpoint = emulator.url.replace('//', '//ann:pass-word@');
    const { error } = await registerUsers(emulator, [{ UserId: '1' }], { credential: { endpoint } });
    expect(error?.message).toMatch(/has a user name or password in it/);
    expect(JSON.stringify(error)).not.toContain('pass-word');
    expect(emulator.arrivals).toHaveLength(0);
  });

  test.each([
    'rtc',
    'ftp://example.com',
    'http://',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://[::1',
  ])('with the endpoint %s is not used', async (endpoint) => {
    const { error } = await registerUsers(emulator, [{ UserId: '1' }], { credential: { endpoint } });
    expect(error?.message).toMatch(/ is not a web address\.$/);
    expect(error?.description).toMatch(/^Check the credential's Endpoint; it looks like/);
  });
});
