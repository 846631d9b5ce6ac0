import {
  duplicate,
  invalid,
  isFailure,
  notSent,
  withoutUnset,
} from '../../../nodes/VolcengineRtc/pipeline/outcome';

test('an item that is no user names all its problems', () => {
  expect(invalid(['UserId is missing', 'Tags: too many'])).toEqual({
    code: 'InvalidUser',
    message: 'UserId is missing. Tags: too many.',
    kind: 'validation',
    retryable: false,
    attempts: 0,
  });
});

test('a user that differs from an earlier one names the item of that one', () => {
  expect(duplicate('7', 3)).toEqual({
    userId: '7',
    code: 'DuplicateUserId',
    message:
      'Item 3 has the same UserId 7 and differs from this one, so only that one was used. Keep one of the two.',
    kind: 'validation',
    retryable: false,
    attempts: 0,
  });
});

test.each([
  [undefined, 'Not sent, because the run stopped (X): why'],
  ['12', 'Not sent, because nothing can be sent for the app 12 (X): why'],
])('a user that is not sent says what has ended: the app %s', (appId, message) => {
  expect(notSent({ code: 'X', message: 'why', httpStatus: 401, appId })).toStrictEqual({
    code: 'NotSent',
    message,
    kind: 'notSent',
    retryable: true,
    attempts: 0,
  });
});

test('a failure is told by its kind', () => {
  expect([isFailure(invalid([])), isFailure({ userId: '1', attempts: 1, code: 'Odd' })]).toEqual([
    true,
    false,
  ]);
});

test('members that are not set are left out, others are kept', () => {
  expect(withoutUnset({ userId: '1', attempts: 0, requestId: undefined, code: '' })).toStrictEqual({
    userId: '1',
    attempts: 0,
    code: '',
  });
});
