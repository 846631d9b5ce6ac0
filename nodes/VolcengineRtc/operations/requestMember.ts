import type { INodeProperties } from 'n8n-workflow';
import { readAppId } from '../values/appId';
import { isGiven } from '../values/isGiven';
import type { Reading, ReadValue } from '../values/reading';
import { readTagSet } from '../values/tags';

/** A member that all rows of a request share. */
export interface RequestMember {
  /** The API's name of the member. */
  id: string;
  /** Its words for people. */
  displayName: string;
  /** The editor's fields for the parameters that it is read from. */
  fields: readonly [INodeProperties, ...INodeProperties[]];
  /** Reads the values of its parameters, in their order. */
  read(values: readonly unknown[]): Reading;
  /** Whether a request may do without it. */
  isOptional?: boolean;
}

/** A member that is read from a parameter of its own. */
export function memberOf(id: string, field: INodeProperties, read: ReadValue): RequestMember {
  return {
    id,
    displayName: field.displayName,
    fields: [field],
    read: ([value]) => (isGiven(value) ? read(value) : undefined),
  };
}

/** The IM app that users belong to. */
export const appId = memberOf(
  'AppId',
  {
    displayName: 'App ID',
    name: 'appId',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. 666675',
    description:
      'Integer ID of the IM app, from the <a href="https://console.volcengine.com/rtc/im/appManage" target="_blank">RTC console under IM</a>. The ID of an RTC app is a different one.',
  },
  readAppId,
);

/** Tags that are added to all users of a request, or removed. */
export const tags = memberOf(
  'Tags',
  {
    displayName: 'Tags',
    name: 'tags',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. vip, beta',
    description:
      'Tags separated by commas, or a list from an expression. Users with the same tags share a request.',
  },
  readTagSet,
);
