import { RunState } from '../../../../nodes/VolcengineRtc/pipeline/sending/RunState';

const noApp = { code: 'AppNotFound', message: 'there is no such app' };

test('a run begins with nothing sent, and goes on', () => {
  const run = new RunState(undefined, true);
  expect([run.requests, run.retries, run.cancelled, run.stops.stopped.aborted]).toEqual([
    0,
    0,
    undefined,
    false,
  ]);
});

test.each([
  [true, true],
  [false, false],
])('where it has one app (%p), that it stops with the app is %p', (hasOneApp, isStopped) => {
  const run = new RunState(undefined, hasOneApp);
  run.stops.endApp('7', noApp);
  expect(run.stops.stopped.aborted).toBe(isStopped);
});

test('a cancelled execution ends what its users wait for', () => {
  const cancel = new AbortController();
  const run = new RunState(cancel.signal, true);
  cancel.abort(new Error('cancelled'));
  expect([run.cancelled, run.stops.signalFor('7').aborted]).toEqual([cancel.signal, true]);
});

test('what goes on beside a run ends with it, and the run is not stopped by that', () => {
  const run = new RunState(undefined, true);
  const { ended } = run;
  expect(ended.aborted).toBe(false);
  run.close();
  expect([ended.aborted, run.ended, run.stops.stopped.aborted]).toEqual([true, ended, false]);
});
