import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { invalid } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import { toolOutcomes } from '../../../../nodes/VolcengineRtc/pipeline/results/toolOutcomes';

test('the message of a failure says first that nothing was done; successes stay as they are', () => {
  const success = { userId: '7', attempts: 1 };
  const failure = invalid(['UserId is missing']);
  expect([...toolOutcomes([success, failure], registerUsers)]).toEqual([
    success,
    { ...failure, message: 'Not registered: UserId is missing.' },
  ]);
});
