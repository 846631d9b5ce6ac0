import { LosslessNumber } from 'lossless-json';
import type { Action } from './action';

/**
 * Says who the caller is; needs no policy and works in every region.
 * Source: https://www.volcengine.com/docs/6257/1902650
 */
export const getCallerIdentity: Action = {
  name: 'GetCallerIdentity',
  version: '2018-01-01',
  method: 'GET',
  reach: 'global',
  service: 'sts',
  mustSign: ['host', 'x-date'],
  hasBody: false,
  needsPermission: false,
  perform({ account }) {
    return {
      AccountId: new LosslessNumber(account.accountId),
      Trn: `trn:iam::${account.accountId}:root`,
      IdentityType: 'Account',
      IdentityId: account.accountId,
    };
  },
};
