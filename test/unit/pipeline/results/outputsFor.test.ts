import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../../../../nodes/VolcengineRtc/operations/operation';
import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { asSeen, invalid } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import { outputsFor } from '../../../../nodes/VolcengineRtc/pipeline/results/outputsFor';
import { itemsOf } from '../reading';

const success = asSeen({ userId: '1', attempts: 1 });
const failure = asSeen(invalid(['UserId is missing']));

/** The outputs of a failed item and a successful one; with how often the event loop got its turn. */
async function outputsOf(context: IExecuteFunctions, operation: Operation | undefined = registerUsers) {
  const yieldToEventLoop = jest.fn(async () => {});
  const outputs = await outputsFor(
    context,
    operation,
    itemsOf({ i: 0 }, { i: 1 }),
    [failure, success],
    'result',
    yieldToEventLoop,
  );
  return {
    breaths: yieldToEventLoop.mock.calls.length,
    outputs: outputs.map((items) => items.map(({ json }) => json)),
  };
}

function contextOf(type: string, isToolExecution?: () => boolean) {
  return { getNode: () => ({ type }), isToolExecution } as unknown as IExecuteFunctions;
}

test.each<[what: string, context: IExecuteFunctions]>([
  ['runs as a tool', contextOf('volcengineRtc', () => true)],
  ['has the type of a tool', contextOf('n8n-nodes-volcengine-rtc.volcengineRtcTool', () => false)],
  ['has the type of a tool, in an n8n that does not say', contextOf('volcengineRtcTool')],
])('a node that %s has everything on its first output, in words for an agent', async (_what, context) => {
  expect(await outputsOf(context)).toEqual({
    breaths: 2,
    outputs: [
      [
        { i: 1, result: success },
        { i: 0, result: { ...failure, message: 'Not registered: UserId is missing.' } },
      ],
      [],
    ],
  });
});

test('a tool whose operation is not known has the message as it is', async () => {
  const context = contextOf('volcengineRtcTool');
  const outputs = await outputsFor(
    context,
    undefined,
    itemsOf({ i: 0 }),
    [failure],
    'result',
    async () => {},
  );
  expect(outputs).toEqual([[{ json: { i: 0, result: failure }, pairedItem: { item: 0 } }], []]);
});

test.each<[what: string, context: IExecuteFunctions]>([
  ['is no tool', contextOf('n8n-nodes-volcengine-rtc.volcengineRtc', () => false)],
  ['is no tool, in an n8n that does not say', contextOf('volcengineRtc')],
  ['has a name that only begins like that of a tool', contextOf('volcengineRtcToolbox')],
])('a node that %s has two outputs', async (_what, context) => {
  expect(await outputsOf(context)).toEqual({
    breaths: 2,
    outputs: [[{ i: 1, result: success }], [{ i: 0, result: failure }]],
  });
});
