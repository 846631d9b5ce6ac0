import { getUsers } from '../../../../nodes/VolcengineRtc/operations/getUsers';
import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { apiRequest } from '../../../../nodes/VolcengineRtc/pipeline/sending/apiRequest';
import { entriesOf } from '../pendingEntries';
import { groupOf } from '../reading';

const longest = '9223372036854775807';

test('a request names the app and its users as bare integers', () => {
  const group = groupOf('666675');
  const entries = [
    { itemIndex: 0, group, userId: longest, json: `{"UserId":${longest},"NickName":"张三"}` },
    { itemIndex: 1, group, userId: '2', json: '{"UserId":2}' },
  ];
  expect(apiRequest(registerUsers, entries)).toMatchObject({
    action: 'RegisterUsers',
    version: '2020-12-01',
    body: `{"AppId":666675,"Users":[{"UserId":${longest},"NickName":"张三"},{"UserId":2}]}`,
  });
});

test('a request may hold nothing but ids', () => {
  const group = groupOf('666675');
  const entries = [longest, '2'].map((userId, itemIndex) => ({ itemIndex, group, userId, json: userId }));
  expect(apiRequest(getUsers, entries)).toMatchObject({
    action: 'BatchGetUser',
    version: '2020-12-01',
    body: `{"AppId":666675,"UserIds":[${longest},2]}`,
  });
});

test('a request that is no list has the members of its item alone', () => {
  const group = { appId: '7', json: '"AppId":7,"MsgContent":"hello"' };
  expect(apiRequest(sendBroadcast, [{ itemIndex: 0, group }])).toMatchObject({
    action: 'UserBroadcast',
    body: '{"AppId":7,"MsgContent":"hello"}',
  });
});

const { readResult } = apiRequest(registerUsers, entriesOf(2));

test('a result may name users of the request', () => {
  const infos = [{ UserId: '2', Code: 'Odd', Message: 'said' }];
  expect(readResult({ FailedInfos: infos })).toEqual(
    new Map([['2', { error: { meaning: 'rejectedUser', code: 'Odd', message: 'said' } }]]),
  );
});

test('a result that names a user of another request is none of this one', () => {
  const infos = ['2', '3'].map((UserId) => ({ UserId, Code: 'Odd' }));
  expect(readResult({ FailedInfos: infos })).toEqual({
    problem: 'it names the user 3, which the request did not',
  });
});

test('a result of another form is none of this request', () => {
  expect(readResult({ FailedInfos: 'none' })).toEqual({
    problem: 'its result is not of the documented form',
  });
});
