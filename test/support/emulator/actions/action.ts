import { ownsApp, type Account } from '../account';
import type { Rejection } from '../faults/fault';
import type { Settings } from '../options';
import { namedIn } from '../parsing/named';
import type { DailyQuota } from '../rate/dailyQuota';
import { Refusal } from '../rendering/refusal';
import type { Ledger } from '../state/ledger';

/** What an action gets to work with, once the request's signature is found right. */
export interface Call {
  /** The body as JSON with lossless numbers; undefined for actions without a body. */
  body: unknown;
  account: Account;
  requestId: string;
  rejectUsers: Readonly<Record<string, Rejection>>;
  ledger: Ledger;
  /** Of broadcasts. */
  quota: DailyQuota;
  settings: Settings;
}

/** One API action. To add an action: one file with one of these, and one line in the registry. */
export interface Action {
  name: string;
  version: string;
  method: 'GET' | 'POST';
  /** `global` services accept the scope of any region; the others only that of the emulator. */
  reach: 'global' | 'regional';
  /** Service in the credential scope; undefined stands for the emulator's own. */
  service?: string;
  /** Headers that must be present and signed. */
  mustSign: readonly string[];
  /** Whether the body must be JSON. */
  hasBody: boolean;
  /** Whether the account needs a policy for it. */
  needsPermission: boolean;
  /** What its page allows an account; undefined where it says nothing. */
  requestsPerSecond?: number;
  /** Carries the action out and returns its `Result`, or refuses the request as a whole and changes nothing. */
  perform(call: Call): object | undefined | Refusal;
}

/** What all actions of the IM user API have in common. Source: https://www.volcengine.com/docs/6348/412252 */
export const rtcAction = {
  version: '2020-12-01',
  method: 'POST',
  reach: 'regional',
  mustSign: ['host', 'x-date', 'x-content-sha256'],
  hasBody: true,
  needsPermission: true,
} as const satisfies Partial<Action>;

/**
 * A whole-request error of the IM service. Its HTTP status is not documented, so it is a setting.
 * Codes: https://www.volcengine.com/docs/6348/412253
 */
export function businessRefusal(settings: Settings, code: string, message: string): Refusal {
  return new Refusal(settings.businessErrorStatus, code, message);
}

/** A body that was read, and the app that it is for. */
export interface ReadRequest<T> {
  appId: number;
  content: T;
}

/** Refuses a body in which a problem was found (a text), and an app that the caller may not use. */
export function requestOf<T>(call: Call, content: T | string): ReadRequest<T> | Refusal {
  if (typeof content === 'string') return businessRefusal(call.settings, 'InvalidParam', content);
  const appId = namedIn(call.body).appId!;
  return appRefusal(call, appId) ?? { appId, content };
}

/** Refuses an app that no configured account has, or that another account has. */
function appRefusal({ account, settings }: Call, appId: number): Refusal | undefined {
  const { accounts } = settings;
  if (ownsApp(accounts, appId, (owner) => owner.accountId === account.accountId)) return undefined;
  return ownsApp(accounts, appId, () => true)
    ? businessRefusal(settings, 'NoAuth', `The account has no permission for the app ${appId}.`)
    : businessRefusal(settings, 'AppNotFound', `The app ${appId} does not exist.`);
}
