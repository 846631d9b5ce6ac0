import type { IExecuteFunctions } from 'n8n-workflow';
import { type Emulator, startEmulator } from '../support/emulator';
import { VolcengineRtc } from '../support/engine/built';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

/** The node as n8n runs it for an AI agent. */
class VolcengineRtcTool extends VolcengineRtc {
  override async execute(this: IExecuteFunctions) {
    const asTool = new Proxy(this, {
      get: (context, name) => (name === 'isToolExecution' ? () => true : Reflect.get(context, name)),
    });
    return await VolcengineRtc.prototype.execute.call(asTool);
  }
}

test.each([
  { how: 'in a context of its own', setUp: { type: new VolcengineRtcTool() } },
  { how: 'like any other node', setUp: { settings: { type: 'n8n-nodes-volcengine-rtc.volcengineRtcTool' } } },
])(
  'run as a tool $how, both groups come out on the first output, which is all that an agent sees',
  async ({ setUp }) => {
    const rows = [{ UserId: 'x' }, { UserId: '1' }];
    const { success, failed } = await registerUsers(emulator, rows, setUp);
    expect(success.map(({ json }) => json.UserId)).toEqual(['1', 'x']);
    expect(failed).toEqual([]);
    const outcomes = success.map(({ json }) => Object.entries(json.outcome as object));
    expect(outcomes.map(([first]) => first)).toEqual([
      ['success', true],
      ['success', false],
    ]);
    expect(success[1]?.json.outcome).toHaveProperty(
      'message',
      expect.stringMatching(/^Not registered: UserId: /),
    );
  },
);

test('the node offers itself as a tool', () => {
  expect(new VolcengineRtc().description.usableAsTool).toBe(true);
});
