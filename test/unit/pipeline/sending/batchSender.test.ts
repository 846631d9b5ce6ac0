import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { batchSender } from '../../../../nodes/VolcengineRtc/pipeline/sending/batchSender';
import type { GiveUpTimer } from '../../../../nodes/VolcengineRtc/pipeline/sending/GiveUpTimer';
import type { AlreadySo } from '../../../../nodes/VolcengineRtc/pipeline/judging/judge';
import { RunState } from '../../../../nodes/VolcengineRtc/pipeline/sending/RunState';
import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { Reply, Send } from '../../../../nodes/VolcengineRtc/transport/send';
import { pendingOf } from '../pendingEntries';

const success: Reply = { kind: 'result', requestId: 'r1', rows: new Map() };
const failureOf = (meaning: Meaning): Reply => ({
  kind: 'failure',
  httpStatus: 400,
  error: { meaning, code: 'Odd', message: 'said' },
});

/** Sends two users in a request that is replied to as given. */
async function sendTwo(reply: Reply, run = new RunState(undefined, false), alreadySo: AlreadySo = 'fail') {
  const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => reply);
  const timer = { noteSend: jest.fn(), noteReply: jest.fn() };
  const rules = { alreadySo, members: '' };
  const giveUpTimer = timer as unknown as GiveUpTimer;
  const verdicts = await batchSender(registerUsers, send, rules, run, giveUpTimer)(pendingOf(2));
  return { run, verdicts, timer, calls: send.mock.calls };
}

test('a request names the action, the app and its users, and goes out while the app goes on', async () => {
  const { run, verdicts, calls } = await sendTwo(success);
  expect(calls).toEqual([
    [
      {
        action: 'RegisterUsers',
        version: '2020-12-01',
        body: '{"AppId":7,"Users":[{"UserId":1},{"UserId":2}]}',
        meanings: undefined,
        readResult: expect.any(Function) as unknown,
      },
      run.stops.signalFor('7'),
    ],
  ]);
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(
    ['1', '2'].map((userId) => ({ userId, requestId: 'r1', attempts: 1 })),
  );
});

test.each<[what: string, reply: Reply, requests: number]>([
  ['a result', success, 1],
  ['a refusal', failureOf('rejectedRequest'), 1],
  ['no answer', failureOf('noAnswer'), 1],
  ['no connection', failureOf('noConnection'), 1],
  ['a request that cannot be sent', failureOf('unsendable'), 0],
])('after %s so many requests count as sent', async (_what, reply, requests) => {
  expect((await sendTwo(reply)).run.requests).toBe(requests);
});

test('requests are counted on', async () => {
  const run = new RunState(undefined, false);
  await sendTwo(success, run);
  await sendTwo(success, run);
  expect(run.requests).toBe(2);
});

test.each<[Meaning, isRunStopped: boolean, isAppEnded: boolean]>([
  ['unknownKey', true, true],
  ['unsendable', true, true],
  ['unknownApp', false, true],
  ['rejectedRequest', false, false],
  ['notVolcengine', false, false],
])('%s stops the run: %p, the app: %p', async (meaning, isRunStopped, isAppEnded) => {
  const { run } = await sendTwo(failureOf(meaning));
  expect([run.stops.stopped.aborted, run.stops.signalFor('7').aborted]).toEqual([isRunStopped, isAppEnded]);
  expect(run.stops.signalFor('8').aborted).toBe(isRunStopped);
  expect(run.stops.reasonFor('7')?.code).toBe(isAppEnded ? 'Odd' : undefined);
});

test.each<[what: string, stop: (run: RunState) => void, message: string]>([
  [
    'its run has stopped',
    ({ stops }) => stops.stopRun({ code: 'X', message: 'why' }),
    'Not sent, because the run stopped (X): why',
  ],
  [
    'its app has ended',
    ({ stops }) => stops.endApp('7', { code: 'X', message: 'why' }),
    'Not sent, because nothing can be sent for the app 7 (X): why',
  ],
])('a request that is not sent since %s says so, and does not count', async (_what, stop, message) => {
  const run = new RunState(undefined, false);
  stop(run);
  const { verdicts } = await sendTwo({ kind: 'stopped' }, run);
  expect(verdicts.map(({ outcome }) => outcome)).toMatchObject([{ message }, { message }]);
  expect(run.requests).toBe(0);
});

test('existing users are what they shall be', async () => {
  const exists: Reply = {
    ...success,
    rows: new Map([['1', { error: { meaning: 'existingUser', code: 'X', message: 'said' } }]]),
  };
  for (const existingUsers of ['fail', 'succeed'] as const) {
    const { verdicts } = await sendTwo(exists, undefined, existingUsers);
    expect('kind' in verdicts[0]!.outcome).toBe(existingUsers === 'fail');
  }
});

test('the timer that gives up hears of the request and of its reply', async () => {
  const { timer } = await sendTwo(success);
  expect(timer.noteReply.mock.calls).toEqual([[success]]);
});
