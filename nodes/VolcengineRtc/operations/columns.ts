import { isSameExtension, readExtension } from '../values/extension';
import { readFlag } from '../values/flag';
import { readInteger } from '../values/integer';
import { areSameTags, readTags } from '../values/tags';
import { readText } from '../values/text';
import { readUrl } from '../values/url';
import type { Column } from './column';

/** @see https://www.volcengine.com/docs/6348/914736 */
export const userId: Column = {
  id: 'UserId',
  displayName: 'User ID',
  type: 'string',
  required: true,
  read: readInteger,
};

/** The profile of a user. @see https://www.volcengine.com/docs/6348/1125993 */
export const profile: readonly Column[] = [
  { id: 'NickName', displayName: 'Nickname', type: 'string', required: false, read: readText(100) },
  {
    id: 'Tags',
    displayName: 'Tags (Comma-Separated)',
    formerName: 'Tags',
    type: 'string',
    required: false,
    read: readTags,
    isSame: areSameTags,
  },
  { id: 'Portrait', displayName: 'Portrait URL', type: 'string', required: false, read: readUrl(500) },
  {
    id: 'Ext',
    displayName: 'Extension (JSON)',
    formerName: 'Extension',
    type: 'string',
    required: false,
    read: readExtension,
    isSame: isSameExtension,
  },
];

/** Set when a user is registered, and not changed afterwards. */
export const isRobot: Column = {
  id: 'IsRobot',
  displayName: 'Is Robot',
  type: 'boolean',
  required: false,
  read: readFlag,
};
