/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- a placeholder that opens nothing */
/**
 * One key pair and the Volcengine account it belongs to. Several key pairs may carry the same `accountId`:
 * they then share the account's apps and its rate, as the documentation says of sub-users.
 * Source: https://www.volcengine.com/docs/6348/412251 and https://www.volcengine.com/docs/6348/69828
 */
export interface Account {
  /** Digits; answered as a bare integer by GetCallerIdentity. */
  accountId: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** When given, the pair is a temporary one and every request must carry and sign this token. */
  sessionToken?: string;
  /** IM apps of the account; a request may name those of any key pair of the same account. */
  appIds: number[];
  /** `false` leaves the key valid but without a policy for the RTC actions (AccessDenied). */
  permitted?: boolean;
}

/** The app id of the documentation's examples, owned by `sampleAccount`. */
export const sampleAppId = 666675;

/** The account an emulator has when none is given. The keys are placeholders: no real account has them. */
export const sampleAccount: Account = {
  accountId: '2100000001',
  accessKeyId: 'AKLTexample0000000000000000000000000000000001',
  secretAccessKey: 'ZXhhbXBsZS1zZWNyZXQtYWNjZXNzLWtleQ==',
  appIds: [sampleAppId],
};

/** The key pair of a request, if any account has it. */
export function findKeyPair(accounts: readonly Account[], accessKeyId: string): Account | undefined {
  return accounts.find((account) => account.accessKeyId === accessKeyId);
}

/** Whether any of the accounts that `matches` picks owns the app. */
export function ownsApp(
  accounts: readonly Account[],
  appId: number,
  matches: (account: Account) => boolean,
): boolean {
  return accounts.some((account) => matches(account) && account.appIds.includes(appId));
}
