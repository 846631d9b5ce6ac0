import {
  adviceFor,
  describeError,
  describeUnreachable,
  describeUnreadable,
} from '../../../nodes/VolcengineRtc/pipeline/messages';

const minuteMs = 60_000;

test.each([
  [{ code: 'Odd', message: 'said' }, 'Do this.', 'Do this. Volcengine said: said'],
  [{ code: 'Odd', message: 'said' }, undefined, 'Volcengine refused it with Odd: said'],
  [{ message: 'said' }, undefined, 'It was refused: said'],
])('the error %j with the advice %j reads well', (error, advice, text) => {
  expect(describeError(error, advice)).toBe(text);
});

test.each([
  [16, '16 minutes ahead of'],
  [-119, '119 minutes behind'],
  [-120, '2 hours behind'],
  [150, '3 hours ahead of'],
  [48 * 60 - 1, '48 hours ahead of'],
  [-48 * 60, '2 days behind'],
  [60 * 60, '3 days ahead of'],
])('a clock that is off by %i minutes is %s the right one', (minutes, far) => {
  expect(adviceFor({ code: 'InvalidTimestamp', message: '' }, 'advice', minutes * minuteMs)).toBe(
    `The clock of the machine that runs n8n is ${far} Volcengine's. Set it and run the workflow again.`,
  );
});

test('how far the clock is off matters to no other error, and need not be known', () => {
  expect(adviceFor({ code: 'NoAuth', message: '' }, 'advice', 60 * minuteMs)).toBe('advice');
  expect(adviceFor({ code: 'InvalidTimestamp', message: '' }, 'advice', undefined)).toBe('advice');
});

test('no answer and no connection are told apart', () => {
  const reply = { kind: 'unreachable', code: 'ECODE', message: 'broken' } as const;
  expect(describeUnreachable({ ...reply, mayHaveArrived: true })).toBe(
    'No answer came (ECODE: broken). Whether the user was processed is not known. Check the network, then run this user again.',
  );
  expect(describeUnreachable({ ...reply, mayHaveArrived: false })).toBe(
    "There is no connection to the service (ECODE: broken). Check the network and the credential's Endpoint, then run this user again.",
  );
});

test('an answer that counts for nothing says why, and what to look at', () => {
  expect(describeUnreadable('it is HTML')).toBe(
    "The answer could not be understood: it is HTML. Whether the user was processed is not known. Check the credential's Endpoint and any proxy, then run this user again.",
  );
});
