import { namedIn } from '../parsing/named';
import { readMessage } from '../parsing/message';
import { emptyResult } from '../rendering/emptyResult';
import { isRefusal, type Refusal } from '../rendering/refusal';
import { throttleRefusal } from '../rendering/throttleRefusal';
import { businessRefusal, requestOf, rtcAction, type Action, type Call } from './action';

/**
 * Sends one message to the registered users that it is for; its `Result` is empty.
 *
 * The quota counts calls that reach the action, those that it then refuses included: the page of 2023 says that an
 * AppId "may call at most 20 times a day". What the gateway refuses before (signature, rate) does not count.
 * Source: https://www.volcengine.com/docs/6348/1125997 and its copy of September 2023 in
 * https://github.com/volcengine/VolcEngineRTC, `Docs/src/1125997.md`
 */
export const userBroadcast: Action = {
  ...rtcAction,
  name: 'UserBroadcast',
  requestsPerSecond: 50,
  perform(call) {
    const { body, ledger, requestId, settings } = call;
    const beyond = quotaRefusal(call);
    if (beyond) return beyond;
    const request = requestOf(call, readMessage(body, settings));
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const { message, to, isKeptTooLong } = content;
    if (isKeptTooLong) {
      const why = `MsgTTL must be at most 604800 seconds: ${message.MsgTTL}`;
      return businessRefusal(settings, 'UserBroadcastMessageTTLMoreThanLimit', why);
    }
    if (settings.unregisteredSender === 'refused' && !ledger.has(appId, message.Sender)) {
      return businessRefusal(settings, 'UserNotFound', `The sender ${message.Sender} is not registered.`);
    }
    ledger.broadcast({ appId, message, to, requestId, time: settings.date().getTime() });
    return emptyResult(settings);
  },
};

function quotaRefusal({ account, body, quota, settings }: Call): Refusal | undefined {
  const { appId } = namedIn(body);
  const key = settings.broadcastQuotaPer === 'account' ? account.accountId : `${account.accountId} ${appId}`;
  if (quota.admit(key, settings.date().getTime())) return undefined;
  const documented = { code: 'RateLimitExceeded', message: 'The broadcasts of the day are used up.' };
  return throttleRefusal({ ...documented, ...settings.broadcastThrottle }, settings.businessErrorStatus);
}
