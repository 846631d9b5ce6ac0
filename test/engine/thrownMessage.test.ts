import { type Emulator, startEmulator } from '../support/emulator';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
afterEach(async () => await emulator.close());

// n8n puts words of its own in the place of a message that names one of these.
test.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EACCES', 'getaddrinfo'])(
  'the error that stops the workflow keeps its advice where it names %s',
  async (code) => {
    emulator = await startEmulator({ faults: [{ code: 'AccessDenied', message: `failed with ${code}` }] });
    const { error } = await registerUsers(emulator, [{ UserId: '1' }]);
    expect(error?.name).toBe('NodeApiError');
    expect(error?.message).toBe('The access key may not use this API.');
    expect(error?.description).toMatch(
      new RegExp(
        `^Give its user the policy .* Volcengine said: failed with ${code}\\. No user was processed\\.`,
      ),
    );
  },
);
