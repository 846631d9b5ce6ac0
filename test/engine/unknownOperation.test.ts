import { type Emulator, startEmulator } from '../support/emulator';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const rows = [{ UserId: '1' }, { UserId: '2' }];

test.each([
  ['of a later version', 'flyUsersToTheMoon', 'flyUsersToTheMoon'],
  ['that an expression makes up', '={{ "delete" + "Users" }}', '{{ "delete" + "Users" }}'],
  ['with the name of a member of every object', 'constructor', 'constructor'],
  ['without a name', '', ''],
])(
  'an operation %s stops the node, which sends nothing and says which it is',
  async (_what, operation, name) => {
    const { error, outputs } = await registerUsers(emulator, rows, { operation });
    expect(error?.name).toBe('NodeOperationError');
    expect(error?.message).toContain(`no operation "${name}"`);
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals).toEqual([]);
  },
);

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
  'it puts every user on Failed with On Error set to %s',
  async (onError) => {
    const { error, success, failed } = await registerUsers(emulator, rows, {
      operation: 'flyUsersToTheMoon',
      settings: { onError },
    });
    expect([error, success]).toEqual([undefined, []]);
    expect(outcomesOf(failed)).toMatchObject(
      Array(2).fill({
        code: 'CannotBegin',
        kind: 'notSent',
        retryable: true,
        attempts: 0,
        message: expect.stringContaining('no operation "flyUsersToTheMoon"') as string,
      }),
    );
    expect(emulator.arrivals).toEqual([]);
  },
);
