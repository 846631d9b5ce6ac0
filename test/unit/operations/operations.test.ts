import { operations } from '../../../nodes/VolcengineRtc/operations';
import { registerOrUpdateUsers } from '../../../nodes/VolcengineRtc/operations/registerOrUpdateUsers';

/** The table of the documentation: what a request takes, and how many requests a second there may be. */
const table = [
  ['user', 'registerUsers', 'RegisterUsers', 20, 50],
  ['user', 'registerOrUpdateUsers', 'RegisterUsers', 20, 50],
  ['user', 'updateUsers', 'BatchUpdateUser', 10, 50],
  ['user', 'unregisterUsers', 'UnRegisterUsers', 10, 50],
  ['user', 'getUsers', 'BatchGetUser', 50, 100],
  ['user', 'addUserTags', 'BatchUpdateUserTags', 10, 50],
  ['user', 'removeUserTags', 'BatchUpdateUserTags', 10, 50],
  ['user', 'getOnlineStatus', 'QueryOnlineStatus', 100, 100],
  ['broadcast', 'sendBroadcast', 'UserBroadcast', 1, 50],
];

test('the operations and their limits are those of the documentation', () => {
  expect(
    operations.map(({ resource, name, api, limits }) => [
      resource.name,
      name,
      api.action,
      limits.rowsPerRequest,
      limits.requestsPerSecond,
    ]),
  ).toEqual(table);
  expect(new Set(operations.map(({ api }) => api.version))).toEqual(new Set(['2020-12-01']));
});

test('the columns of what follows a registration are the first ones of it', () => {
  const following = registerOrUpdateUsers.alreadySo?.then?.rows?.columns.map(({ id }) => id) ?? [];
  const own = registerOrUpdateUsers.rows?.columns.map(({ id }) => id);
  expect(following.length).toBeGreaterThan(1);
  expect(own?.slice(0, following.length)).toEqual(following);
});
