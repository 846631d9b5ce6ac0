import type { IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { cannotBegin } from '../../../nodes/VolcengineRtc/pipeline/cannotBegin';
import { VirtualClock } from '../../support/time/virtualClock';
import { itemsOf } from './reading';

function contextOf(
  continueOnFail: boolean,
  type = 'volcengineRtc',
  addExecutionHints?: (hint: object) => void,
) {
  return {
    continueOnFail: () => continueOnFail,
    getNode: () => ({ name: 'Volcengine RTC', type }),
    getInputData: () => itemsOf({ i: 0 }, { i: 1 }),
    addExecutionHints,
  } as unknown as IExecuteFunctions;
}

const error = new Error('no such option');
const outcome = {
  success: false,
  code: 'CannotBegin',
  message: 'Not sent, because the run cannot begin: no such option',
  kind: 'notSent',
  retryable: true,
  attempts: 0,
};
const item = (i: number, field: string, seen = outcome) => ({
  json: { i, [field]: seen },
  pairedItem: { item: i },
});

test('a node that stops on errors throws', async () => {
  const addExecutionHints = jest.fn();
  const context = contextOf(false, 'volcengineRtc', addExecutionHints);
  const thrown = await cannotBegin(context, registerUsers, error).catch((reason: unknown) => reason);
  expect(thrown).toMatchObject({
    name: 'NodeOperationError',
    message: expect.stringMatching(/no such option$/) as string,
  });
  expect(addExecutionHints).not.toHaveBeenCalled();
});

test('a node that continues has all its items on Failed', async () => {
  expect(await cannotBegin(contextOf(true), registerUsers, error)).toEqual([
    [],
    [item(0, 'outcome'), item(1, 'outcome')],
  ]);
});

test('they say why in the field that was asked for, and a hint says so too', async () => {
  const addExecutionHints = jest.fn();
  const context = contextOf(true, 'volcengineRtc', addExecutionHints);
  const outputs = await cannotBegin(context, registerUsers, error, 'result', new VirtualClock());
  expect(outputs).toEqual([[], [item(0, 'result'), item(1, 'result')]]);
  expect(addExecutionHints.mock.calls).toEqual([
    [{ message: 'Nothing was sent: no such option', type: 'warning', location: 'outputPane' }],
  ]);
});

test('each item has an outcome of its own, which may be changed', async () => {
  const [, failed] = await cannotBegin(contextOf(true), undefined, error);
  expect(new Set(failed?.map(({ json }) => json.outcome)).size).toBe(2);
});

test('a tool has them on its first output, in words for an agent', async () => {
  const outputs = await cannotBegin(contextOf(true, 'volcengineRtcTool'), registerUsers, error);
  const seen = { ...outcome, message: `Not registered: ${outcome.message}` };
  expect(outputs).toEqual([[item(0, 'outcome', seen), item(1, 'outcome', seen)], []]);
});
