import { isSameExtension, readExtension } from '../values/extension';
import { readFlag } from '../values/flag';
import { readInteger } from '../values/integer';
import { areSameTags, readTags } from '../values/tags';
import { readText } from '../values/text';
import { readUrl } from '../values/url';
import { readFailedInfos } from './failedInfos';
import type { Operation } from './operation';

/**
 * RegisterUsers: creates users, which broadcasts reach from then on.
 *
 * @see https://www.volcengine.com/docs/6348/1125993
 */
export const registerUsers: Operation = {
  name: 'registerUsers',
  displayName: 'Register Users',
  action: 'Register users',
  description: 'Register users with the IM service, so that broadcasts reach them',
  words: {
    done: 'registered',
    doneNow: 'newly registered',
    doneBefore: 'already registered',
    notDone: 'Not registered',
  },
  api: { action: 'RegisterUsers', version: '2020-12-01' },
  limits: { usersPerRequest: 20, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  columns: [
    { id: 'UserId', displayName: 'User ID', type: 'string', required: true, read: readInteger },
    { id: 'NickName', displayName: 'Nickname', type: 'string', required: false, read: readText(100) },
    {
      id: 'Tags',
      displayName: 'Tags',
      otherNames: ['Tags (Comma-Separated)'],
      type: 'string',
      required: false,
      read: readTags,
      isSame: areSameTags,
    },
    { id: 'Portrait', displayName: 'Portrait URL', type: 'string', required: false, read: readUrl(500) },
    {
      id: 'Ext',
      displayName: 'Extension',
      otherNames: ['Extension (JSON)'],
      type: 'string',
      required: false,
      read: readExtension,
      isSame: isSameExtension,
    },
    { id: 'IsRobot', displayName: 'Is Robot', type: 'boolean', required: false, read: readFlag },
  ],
  toBody: (appId, users) => `{"AppId":${appId},"Users":[${users.join(',')}]}`,
  failedUsers: readFailedInfos,
};
