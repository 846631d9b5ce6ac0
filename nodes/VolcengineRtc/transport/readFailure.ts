import { BodyTooLargeError } from './readBody';
import type { Reply } from './send';

/** Failures before a connection stands: the service cannot have seen the request. */
const neverConnected = new Set(['EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);

/** OpenSSL's and Node's names for a certificate that is not trusted. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE)|HOSTNAME_MISMATCH/;

/**
 * Reads what n8n's HTTP helper threw: a NodeApiError around the reason.
 *
 * @param hide hides secrets in a text
 */
export function readFailure(error: unknown, hide: (text: string) => string): Reply {
  const cause = causeOf(error);
  const message = hide(messageOf(cause));
  if (cause instanceof BodyTooLargeError) return { kind: 'unreadable', httpStatus: 200, reason: message };
  const code = codeOf(cause) ?? codeOf(error);
  // What has no code was refused by n8n before it left: an address or a domain that is not allowed.
  if (code === undefined || code === 'CannotSign') return { kind: 'unsendable', code: 'CannotSend', message };
  if (untrusted.test(code)) return { kind: 'unsendable', code, message: untrustedMessage(code) };
  return { kind: 'unreachable', code, message, mayHaveArrived: !neverConnected.has(code) };
}

function untrustedMessage(code: string): string {
  return `The certificate of the endpoint is not trusted (${code}). Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.`;
}

function causeOf(error: unknown): unknown {
  const hasCause = error instanceof Error && error.cause instanceof Error;
  return hasCause ? causeOf(error.cause) : error;
}

/** n8n 1.x keeps no cause, but what it took from it: the code as `httpCode`, and the message first of `messages`. */
type WrappingError = Error & { code?: unknown; httpCode?: unknown; messages?: string[] };

function codeOf(error: unknown): string | undefined {
  const { code, httpCode } = (error instanceof Error ? error : {}) as Partial<WrappingError>;
  return [code, httpCode].find((value) => typeof value === 'string');
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as WrappingError).messages?.[0] ?? error.message;
}
