import {
  asSeen,
  cannotBeSent,
  duplicate,
  invalid,
  isFailure,
  notSent,
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
  expect(duplicate('7', 3, ['NickName', 'Ext'])).toEqual({
    userId: '7',
    code: 'DuplicateUserId',
    message:
      'Item 3 has the same UserId 7 and differs in NickName, Ext, so only that one was used. Keep one of the two.',
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

test('a user that is not sent says what to do as well', () => {
  expect(notSent({ code: 'X', message: 'The key is wrong.', description: 'Paste it again.' }).message).toBe(
    'Not sent, because the run stopped (X): The key is wrong. Paste it again.',
  );
});

test('an item of a run that cannot begin says why, and what to do', () => {
  expect(cannotBeSent({ message: 'No such option.', description: 'Choose another one.' })).toStrictEqual({
    code: 'CannotBegin',
    message: 'Not sent, because the run cannot begin: No such option. Choose another one.',
    kind: 'notSent',
    retryable: true,
    attempts: 0,
  });
});

test('an outcome says first whether it is a success, and members that are not set are left out', () => {
  const success = asSeen({ userId: '1', attempts: 0, requestId: undefined, code: '' });
  expect(success).toStrictEqual({ success: true, userId: '1', attempts: 0, code: '' });
  const failure = asSeen({ ...invalid([]), httpStatus: undefined });
  expect(failure).toStrictEqual({ success: false, ...invalid([]) });
  expect([success, failure].map((outcome) => Object.keys(outcome)[0])).toEqual(['success', 'success']);
});
