import { GiveUpTimer } from '../../../../nodes/VolcengineRtc/pipeline/sending/GiveUpTimer';
import type { StopReason } from '../../../../nodes/VolcengineRtc/pipeline/stopReason';
import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { Reply } from '../../../../nodes/VolcengineRtc/transport/send';
import { VirtualClock } from '../../../support/time/virtualClock';

const failure = (meaning: Meaning): Reply => ({ kind: 'failure', error: { meaning, message: 'said' } });
const success: Reply = { kind: 'result', rows: new Map() };

/** A timer of ten seconds, and when it stopped its run. */
function timerAt0(afterMs = 10_000) {
  const clock = new VirtualClock();
  const ended = new AbortController();
  const stops: Array<[at: number, reason: StopReason]> = [];
  const timer = new GiveUpTimer(afterMs, clock, (reason) => stops.push([clock.now(), reason]), ended.signal);
  const stoppedAt = () => stops.map(([at]) => at);
  return { clock, timer, stops, stoppedAt, end: () => ended.abort(new Error('over')) };
}

test('a run is stopped when so long after its first request none has been accepted', async () => {
  const { clock, timer, stops } = timerAt0();
  await clock.run(3000);
  timer.noteSend();
  await clock.run(5000);
  timer.noteSend();
  await clock.run(12_999);
  expect(stops).toEqual([]);
  await clock.run(60_000);
  const message = 'The service has accepted no request for 10 seconds.';
  const description =
    "Check what else sends with this Volcengine account, and what the users that failed say, then run the rest again. 'Give Up After (Seconds)' sets how long to wait.";
  expect(stops).toEqual([[13_000, { code: 'GaveUp', message, description }]]);
});

test.each<[what: string, reply: Reply]>([
  ['a result', success],
  [
    'a result that refuses users',
    { ...success, rows: new Map([['1', { error: { meaning: 'throttled', message: '' } }]]) },
  ],
  ['a refusal of the content', failure('rejectedRequest')],
  ['a refusal of every user', failure('existingUser')],
  ['a refusal of the app', failure('unknownApp')],
])('%s is an accepted request: the time begins anew', async (_what, reply) => {
  const { clock, timer, stoppedAt } = timerAt0();
  timer.noteSend();
  await clock.run(9000);
  timer.noteReply(reply);
  await clock.run(18_999);
  expect(stoppedAt()).toEqual([]);
  await clock.run(60_000);
  expect(stoppedAt()).toEqual([19_000]);
});

test.each<[what: string, reply: Reply]>([
  ['throttling', failure('throttled')],
  ['a failing service', failure('transient')],
  ['a result that makes no sense', failure('invalidResult')],
  ['a request that was not processed', failure('unprocessed')],
  ['a page of a proxy', failure('notVolcengine')],
  ['no answer', failure('noAnswer')],
  ['a request that was not sent', { kind: 'stopped' }],
])('%s is none', async (_what, reply) => {
  const { clock, timer, stoppedAt } = timerAt0();
  timer.noteSend();
  await clock.run(9000);
  timer.noteReply(reply);
  await clock.run(60_000);
  expect(stoppedAt()).toEqual([10_000]);
});

test('a run that goes on for long is looked at each time', async () => {
  const { clock, timer, stoppedAt } = timerAt0();
  timer.noteSend();
  for (let ms = 4000; ms <= 40_000; ms += 4000) {
    await clock.run(ms);
    timer.noteReply(success);
  }
  await clock.run(120_000);
  expect(stoppedAt()).toEqual([50_000]);
});

test('a run without a request, and one that never gives up, are not stopped', async () => {
  const idle = timerAt0();
  await idle.clock.run(60_000);
  const never = timerAt0(0);
  never.timer.noteSend();
  await never.clock.run(600_000);
  expect([...idle.stops, ...never.stops]).toEqual([]);
});

test('a run that has ended is not stopped, and its timer is gone', async () => {
  const { clock, timer, stops, end } = timerAt0();
  timer.noteSend();
  await clock.run(2000);
  end();
  await clock.run(60_000);
  expect(stops).toEqual([]);
});
