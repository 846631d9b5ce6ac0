import { Run } from '../../../nodes/VolcengineRtc/pipeline/Run';

test('a run that goes on has no reason to stop', () => {
  const run = new Run(undefined);
  expect([run.stopped.aborted, run.stopReason]).toEqual([false, '']);
});

test('a run stops once, for the first reason that comes up', () => {
  const run = new Run(undefined);
  run.stopFor({ code: 'NoAuth', message: 'the key is wrong' });
  run.stopFor({ code: 'AppNotFound', message: 'there is no such app' });
  expect([run.stopped.aborted, run.stopReason, run.fatal?.code]).toEqual([
    true,
    'the key is wrong',
    'NoAuth',
  ]);
});
