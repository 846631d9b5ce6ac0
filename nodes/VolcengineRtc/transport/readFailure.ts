import { isCertainlyUnsent } from './isCertainlyUnsent';
import type { ApiError, Reply } from './send';

/** OpenSSL's and Node's names for a certificate that is not trusted. */
const untrusted = /CERT_|_CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE)|HOSTNAME_MISMATCH/;

/**
 * Alerts about the certificate that a client shows: in TLS 1.3 they come after the handshake, when the request may be
 * on its way.
 */
const clientCertificateAlert = /_ALERT_/;

/** Reads what n8n's HTTP helper threw: a NodeApiError around the reason. */
export function readFailure(error: unknown): Reply {
  const cause = causeOf(error);
  const message = messageOf(cause);
  const code = codeOf(cause) ?? codeOf(error);
  if (isCertainlyUnsent({ code, syscall: syscallOf(cause), message })) {
    return failure({ meaning: 'noConnection', code: code ?? 'NoConnection', message });
  }
  // What has no code was refused by n8n before it left: an address or a domain that is not allowed.
  if (code === undefined || code === 'CannotSign' || /^ERR_(INVALID|BAD_OPTION)/.test(code)) {
    return failure({ meaning: 'unsendable', code: 'CannotSend', message });
  }
  if (untrusted.test(code) && !clientCertificateAlert.test(code)) {
    return failure({ meaning: 'unsendable', code, message: untrustedMessage(code) });
  }
  return failure({ meaning: 'noAnswer', code, message });
}

function failure(error: ApiError): Reply {
  return { kind: 'failure', error };
}

function untrustedMessage(code: string): string {
  return `The certificate of the endpoint is not trusted (${code}). Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.`;
}

/** More than any wrapping; a chain may close itself to a ring. */
const deepestCause = 10;

function causeOf(error: unknown): unknown {
  let innermost = error;
  for (let depth = 0; depth < deepestCause; depth += 1) {
    if (!(innermost instanceof Error && innermost.cause instanceof Error)) break;
    innermost = innermost.cause;
  }
  return innermost;
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
