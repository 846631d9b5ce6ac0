import type { INodeProperties } from 'n8n-workflow';
import { readAppId } from '../values/appId';
import type { ReadValue } from '../values/reading';
import { readTagSet } from '../values/tags';

/** A member that all rows of a request share. It is required. */
export interface RequestMember {
  /** The API's name of the member. */
  id: string;
  /** The editor's field for the node's parameter that it comes from; its words are those of messages as well. */
  field: INodeProperties;
  read: ReadValue;
}

/** The IM app that users belong to. */
export const appId: RequestMember = {
  id: 'AppId',
  field: {
    displayName: 'App ID',
    name: 'appId',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. 666675',
    description:
      'Integer ID of the IM app, from the <a href="https://console.volcengine.com/rtc/im/appManage" target="_blank">RTC console under IM</a>; the ID of an RTC app is a different one',
  },
  read: readAppId,
};

/** Tags that are added to all users of a request, or removed. */
export const tags: RequestMember = {
  id: 'Tags',
  field: {
    displayName: 'Tags',
    name: 'tags',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. vip, beta',
    description:
      'Tags separated by commas, or a list from an expression. Users with the same tags share a request.',
  },
  read: readTagSet,
};
