import { sampleAccount, sampleAppId } from './index';
import { answerTo } from './judging/answer';
import { takeIn } from './judging/inbound';
import { newState } from './state/emulatorState';

const body = Buffer.from(`{"AppId":${sampleAppId},"Users":[{"UserId":1}]}`);
const rawQuery = 'Action=RegisterUsers&Version=2020-12-01';
const request = {
  method: 'POST',
  path: '/',
  rawQuery,
  target: `/?${rawQuery}`,
  headers: new Map(),
  body,
  tooLarge: false,
};
const known = { account: sampleAccount, region: 'cn-north-1' };

test('a request of a known caller is judged without a signature', () => {
  const state = newState({});
  const answer = answerTo(takeIn(request, state.settings), undefined, state, known);
  expect(answer).toMatchObject({ status: 200, body: expect.stringMatching(/"Result":\{\}\}$/) });
  expect(state.ledger.userIds(sampleAppId)).toEqual(['1']);
  expect(state.arrivals).toMatchObject([{ applied: true, accountId: sampleAccount.accountId }]);
});

test('its fault is met all the same', () => {
  const state = newState({});
  const answer = answerTo(takeIn(request, state.settings), { status: 503 }, state, known);
  expect(answer.status).toBe(503);
  expect(state.ledger.count()).toBe(0);
});

test('without a known caller the signature is missed', () => {
  const state = newState({});
  const answer = answerTo(takeIn(request, state.settings), undefined, state);
  expect(answer).toMatchObject({ status: 401, body: expect.stringMatching('MissingAuthenticationToken') });
});
