import type { Reply } from './reply';

/** Codes that say that the keys are not to be used; in anything but what asks for them, they end the probe. */
const keyCodes = new Set([
  'InvalidAccessKey',
  'SignatureDoesNotMatch',
  'InvalidSecretToken',
  'InvalidTimestamp',
  'InvalidCredential',
  'AppNotFound',
  'AppStatusException',
  'NoAuth',
]);

const failing = /FlowLimit|RateLimit|QPSLimit|^Internal(?:Error|Service)|^ServiceUnavailable|^FailToConnect/;

/** Whether an error means that no request with these keys, or for this app, can be answered. */
export function refusesKeys({ error }: Reply): boolean {
  return error !== undefined && keyCodes.has(error.code);
}

/** Whether nothing can be concluded from a reply: none came, it is not the service's, or the service was not up to it. */
export function saysNothing({ status, metadata, error }: Reply): boolean {
  if (status === undefined || metadata === undefined) return true;
  return status >= 500 || status === 429 || failing.test(error?.code ?? '');
}

/** Whether the service did what the request asks for, at least for this user. */
export function isAccepted(reply: Reply, id?: string): boolean {
  const isConcerned = (user: string) => id === undefined || user === id;
  return !isRefused(reply) && !reply.failed.some((user) => isConcerned(user.id));
}

/** Whether the request was refused as a whole. */
export function isRefused({ status, error }: Reply): boolean {
  return error !== undefined || status === undefined || status >= 300;
}

/** What a reply says of a user, or of all of them. */
export function outcomeWords(reply: Reply, id?: string): string {
  if (isRefused(reply)) return `refused as a whole (${refusalWords(reply)})`;
  const failed = reply.failed.filter((user) => id === undefined || user.id === id);
  if (failed.length === 0) return 'accepted';
  const codes = [...new Set(failed.map(({ code }) => code))].join(', ');
  return `reported in FailedInfos (${codes})`;
}

/** Status and code of a refusal. */
export function refusalWords({ status, failure, metadata, error }: Omit<Reply, 'result'>): string {
  if (failure !== undefined) return `no answer: ${failure}`;
  if (error !== undefined) return `HTTP ${status}, ${error.code}`;
  return metadata === undefined ? `HTTP ${status}, not an answer of the service` : `HTTP ${status}`;
}
