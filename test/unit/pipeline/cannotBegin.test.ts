import type { IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { cannotBegin } from '../../../nodes/VolcengineRtc/pipeline/cannotBegin';
import { ExplainedError } from '../../../nodes/VolcengineRtc/transport/explanation';
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

const error = new ExplainedError({ message: 'No such option.', description: 'Choose another one.' });
const outcome = {
  success: false,
  code: 'CannotBegin',
  message: 'Not sent, because the run cannot begin: No such option. Choose another one.',
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
    message: 'No such option.',
    description: 'Choose another one.',
  });
  expect(addExecutionHints).not.toHaveBeenCalled();
});

test.each(['ECONNREFUSED', 'ETIMEDOUT'])(
  'an error that names %s keeps its message, in place of which n8n would put words of its own',
  async (errno) => {
    const unreached = new Error(`connect ${errno} 127.0.0.1:8200`);
    await expect(cannotBegin(contextOf(false), registerUsers, unreached)).rejects.toThrow(unreached.message);
  },
);

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
    [
      {
        message: 'Nothing was sent: No such option. Choose another one.',
        type: 'warning',
        location: 'outputPane',
      },
    ],
  ]);
});

test.each([
  ['is put behind the message, whose full stop is missing', 'Set it up', 'no credential. Set it up'],
  ['may be missing', null, 'no credential'],
  ['may be empty', '', 'no credential'],
])('what n8n describes of an error of its own %s', async (_what, description, text) => {
  const ofN8n = Object.assign(new Error('no credential'), { description });
  const [, failed] = await cannotBegin(contextOf(true), registerUsers, ofN8n);
  expect(failed?.[0]?.json.outcome).toMatchObject({
    message: `Not sent, because the run cannot begin: ${text}`,
  });
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
