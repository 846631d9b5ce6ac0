import { isCertainlyUnsent } from './isCertainlyUnsent';
import type { ApiError, Reply } from '../send';

/** OpenSSL's and Node's names for a certificate that is not trusted. */
const untrusted = /CERT_|_CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE)|HOSTNAME_MISMATCH/;

/**
 * Alerts about the certificate that a client shows: in TLS 1.3 they come after the handshake, when the request may be
 * on its way.
 */
const clientCertificateAlert = /_ALERT_/;

/** Codes of ours and of Node.js for a request that cannot be made. */
const impossible = /^(CannotSign$|ERR_INVALID|ERR_BAD_OPTION)/;

/** Reads what n8n's HTTP helper threw: a NodeApiError around the reason. */
export function readFailure(error: unknown): Reply {
  const cause = causeOf(error);
  const message = messageOf(cause);
  const code = codeOf(cause) ?? codeOf(error);
  const cannotSend = failure({ meaning: 'unsendable', code: 'CannotSend', message });
  if (code !== undefined && impossible.test(code)) return cannotSend;
  if (code !== undefined && untrusted.test(code) && !clientCertificateAlert.test(code)) {
    return failure({ meaning: 'unsendable', code, message: untrustedMessage(code) });
  }
  if (isCertainlyUnsent({ code, syscall: syscallOf(cause), message, isUnconnected: isUnconnected(error) })) {
    return failure({ meaning: 'noConnection', code: code ?? 'NoConnection', message });
  }
  // What has no code was refused by n8n before it left: an address or a domain that is not allowed.
  return code === undefined ? cannotSend : failure({ meaning: 'noAnswer', code, message });
}

function failure(error: ApiError): Reply {
  return { kind: 'failure', error };
}

function untrustedMessage(code: string): string {
  return `The certificate of the endpoint is not trusted (${code}). Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.`;
}

/** More than any wrapping; a chain may close itself to a ring. */
const deepestCause = 10;

/** An error and its causes, the innermost last. */
function chainOf(error: unknown): unknown[] {
  const chain = [error];
  for (let depth = 0; depth < deepestCause; depth += 1) {
    const outer = chain.at(-1);
    if (!(outer instanceof Error && outer.cause instanceof Error)) break;
    chain.push(outer.cause);
  }
  return chain;
}

function causeOf(error: unknown): unknown {
  return chainOf(error).at(-1);
}

/** An error of axios, which keeps the request. Without its cause, n8n 1.x does not. */
type RequestError = Error & { request?: { socket?: { secureConnecting?: boolean } | null } };

/**
 * Whether the request that failed was never written: it has no socket where the tunnel through a proxy did not open,
 * and one that still secures its connection in the middle of the TLS handshake.
 */
function isUnconnected(error: unknown): boolean {
  return chainOf(error).some((one) => {
    const { socket } = (one instanceof Error ? (one as RequestError).request : undefined) ?? {};
    return socket === null || socket?.secureConnecting === true;
  });
}

/** n8n 1.x keeps no cause, but what it took from it: the code as `httpCode`, and the message first of `messages`. */
type WrappingError = Error & { code?: unknown; httpCode?: unknown; messages?: string[] };

function codeOf(error: unknown): string | undefined {
  const { code, httpCode } = (error instanceof Error ? error : {}) as Partial<WrappingError>;
  return [code, httpCode].find((value) => typeof value === 'string');
}

function syscallOf(error: unknown): string | undefined {
  const { syscall } = (error instanceof Error ? error : {}) as { syscall?: unknown };
  return typeof syscall === 'string' ? syscall : undefined;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as WrappingError).messages?.[0] ?? error.message;
}
