import { readAppId } from '../values/appId';
import type { ReadValue } from '../values/reading';

/** A member that all rows of a request share. It is required. */
export interface RequestMember {
  /** The API's name of the member. */
  id: string;
  /** The parameter's words for people. */
  displayName: string;
  /** The node's parameter that it comes from. */
  parameter: string;
  read: ReadValue;
}

/** The IM app that users belong to. */
export const appId: RequestMember = {
  id: 'AppId',
  displayName: 'App ID',
  parameter: 'appId',
  read: readAppId,
};
