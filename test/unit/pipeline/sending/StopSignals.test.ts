import type { StopReason } from '../../../../nodes/VolcengineRtc/pipeline/stopReason';
import { StopSignals } from '../../../../nodes/VolcengineRtc/pipeline/sending/StopSignals';

const wrongKey: StopReason = { code: 'InvalidAccessKey', message: 'the key is wrong', httpStatus: 401 };
const noApp: StopReason = { code: 'AppNotFound', message: 'there is no such app' };

const ofManyApps = () => new StopSignals(undefined, false);

test('a run that goes on has no reason to stop', () => {
  const stops = ofManyApps();
  expect([stops.stopped.aborted, stops.reason, stops.firstAppReason]).toEqual([false, undefined, undefined]);
  expect([stops.signalFor('7').aborted, stops.reasonFor('7'), stops.haveAllAppsEnded]).toEqual([
    false,
    undefined,
    false,
  ]);
});

test('a run stops once, for the first reason that comes up, and all its apps with it', () => {
  const stops = ofManyApps();
  const signal = stops.signalFor('7');
  stops.stopRun(wrongKey);
  stops.stopRun(noApp);
  expect([stops.stopped.aborted, stops.reason]).toEqual([true, wrongKey]);
  expect([signal.aborted, stops.signalFor('8').aborted]).toEqual([true, true]);
  expect([stops.reasonFor('7'), stops.reasonFor('9')]).toEqual([wrongKey, wrongKey]);
});

test('an app ends alone, for the first reason that comes up, and says that it is about that app', () => {
  const stops = ofManyApps();
  const [seven, eight] = [stops.signalFor('7'), stops.signalFor('8')];
  stops.endApp('7', noApp);
  stops.endApp('7', wrongKey);
  expect([seven.aborted, eight.aborted, stops.stopped.aborted]).toEqual([true, false, false]);
  expect(stops.reasonFor('7')).toStrictEqual({ ...noApp, appId: '7' });
  expect([stops.reasonFor('8'), stops.reason]).toEqual([undefined, undefined]);
});

test('a run that stops after an app has ended is the reason for every app', () => {
  const stops = ofManyApps();
  stops.endApp('7', noApp);
  stops.stopRun(wrongKey);
  expect(stops.reasonFor('7')).toEqual(wrongKey);
});

test('whether all apps have ended goes by those that have come up, and the first reason is kept', () => {
  const stops = ofManyApps();
  stops.signalFor('7');
  stops.signalFor('8');
  stops.endApp('8', noApp);
  expect(stops.haveAllAppsEnded).toBe(false);
  stops.endApp('7', wrongKey);
  expect(stops.haveAllAppsEnded).toBe(true);
  expect(stops.firstAppReason).toStrictEqual({ ...noApp, appId: '8' });
  stops.signalFor('9');
  expect(stops.haveAllAppsEnded).toBe(false);
});

test('a run with one app ends with it', () => {
  const stops = new StopSignals(undefined, true);
  stops.endApp('7', noApp);
  expect([stops.stopped.aborted, stops.reason]).toEqual([true, noApp]);
  expect([stops.firstAppReason, stops.haveAllAppsEnded]).toEqual([undefined, false]);
});

test('the users of an app have one signal, which a cancelled execution aborts too', () => {
  const cancel = new AbortController();
  const stops = new StopSignals(cancel.signal, false);
  const signal = stops.signalFor('7');
  expect(stops.signalFor('7')).toBe(signal);
  cancel.abort(new Error('cancelled'));
  expect([signal.aborted, stops.stopped.aborted, stops.reasonFor('7')]).toEqual([true, false, undefined]);
});
