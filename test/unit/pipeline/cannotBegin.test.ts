import type { IExecuteFunctions } from 'n8n-workflow';
import { cannotBegin } from '../../../nodes/VolcengineRtc/pipeline/cannotBegin';
import { VirtualClock } from '../virtualClock';
import { itemsOf } from './reading';

function contextOf(continueOnFail: boolean, type = 'volcengineRtc') {
  return {
    continueOnFail: () => continueOnFail,
    getNode: () => ({ name: 'Volcengine RTC', type }),
    getInputData: () => itemsOf({ i: 0 }, { i: 1 }),
  } as unknown as IExecuteFunctions;
}

const error = new Error('no such option');
const outcome = {
  code: 'CannotBegin',
  message: 'Not sent, because the run stopped (CannotBegin): no such option',
  kind: 'notSent',
  retryable: true,
  attempts: 0,
};

test('a node that stops on errors throws', async () => {
  const thrown = await cannotBegin(contextOf(false), error).catch((reason: unknown) => reason);
  expect(thrown).toMatchObject({
    name: 'NodeOperationError',
    message: expect.stringMatching(/no such option$/) as string,
  });
});

test('a node that continues has all its items on Failed', async () => {
  expect(await cannotBegin(contextOf(true), error)).toEqual([
    [],
    [0, 1].map((i) => ({
      json: { i, outcome: expect.objectContaining({ kind: 'notSent' }) as object },
      pairedItem: { item: i },
    })),
  ]);
});

test('each of them says why, in the field that was asked for', async () => {
  const clock = new VirtualClock();
  const [, failed] = await cannotBegin(contextOf(true), error, 'result', clock);
  expect(failed?.map(({ json }) => json.result)).toEqual([outcome, outcome]);
});

test('a tool has them on its first output', async () => {
  const [first, second] = await cannotBegin(contextOf(true, 'volcengineRtcTool'), error);
  expect([first?.length, second?.length]).toEqual([2, 0]);
});
