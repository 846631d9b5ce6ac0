import type { Explanation } from '../explanation';
import { isCertainlyUnsent } from './isCertainlyUnsent';
import type { ApiError, Reply } from '../send';
import { DeadlineError } from '../time/Deadlines';

/** OpenSSL's and Node's names for a certificate that is not trusted. */
const untrusted = /CERT_|_CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE)|HOSTNAME_MISMATCH/;

/**
 * Alerts about the certificate that a client shows: in TLS 1.3 they come after the handshake, when the request may be
 * on its way.
 */
const clientCertificateAlert = /_ALERT_/;

/** Codes of ours and of Node.js for a request that cannot be made. */
const impossible = /^(CannotSign$|ERR_INVALID|ERR_BAD_OPTION)/;

/** Reads what ended a call: our deadline, or what n8n's HTTP helper threw, a NodeApiError around the reason. */
export function readFailure(error: unknown): Reply {
  const chain = chainOf(error);
  const [outermost] = chain;
  if (outermost === undefined) return cannotSend({ message: String(error) });
  const cause = chain.at(-1) as Thrown;
  const message = cause.messages?.[0] ?? cause.message;
  const code = codeOf(cause) ?? codeOf(outermost);
  if (cause instanceof DeadlineError) return failure({ meaning: 'tooLate', code: cause.code, message });
  const { syscall } = cause;
  const isUnsent = isCertainlyUnsent({ code, syscall, message, isUnconnected: isUnconnected(chain) });
  if (code === undefined) {
    // What else has no code was refused by n8n before it left: an address or a domain that is not allowed.
    return isUnsent
      ? failure({ meaning: 'noConnection', code: 'NoConnection', message })
      : cannotSend({ message });
  }
  if (impossible.test(code)) return cannotSend(cause.explanation ?? { message });
  if (untrusted.test(code) && !clientCertificateAlert.test(code)) {
    return failure({ meaning: 'unsendable', code, ...untrustedCertificate(code) });
  }
  return failure({ meaning: isUnsent ? 'noConnection' : 'noAnswer', code, message });
}

function cannotSend({ message, description }: Explanation): Reply {
  const advice = description === undefined ? {} : { description };
  return failure({ meaning: 'unsendable', code: 'CannotSend', message, ...advice });
}

function failure(error: ApiError): Reply {
  return { kind: 'failure', error };
}

function untrustedCertificate(code: string): Explanation {
  return {
    message: `The certificate of the endpoint is not trusted (${code}).`,
    description:
      "Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.",
  };
}

/**
 * An error, also one of another realm, which is no instance of our `Error`. n8n 1.x keeps no cause, but what it took from
 * it: the code as `httpCode`, and the message first of `messages`. The error of axios keeps the request.
 */
interface Thrown {
  message: string;
  cause?: unknown;
  errors?: unknown;
  code?: unknown;
  httpCode?: unknown;
  /** Of the credential, where it cannot sign. */
  explanation?: Explanation;
  messages?: string[];
  syscall?: string;
  request?: { socket?: { secureConnecting?: boolean } | null };
}

function isThrown(value: unknown): value is Thrown {
  return typeof (value as Partial<Thrown> | null | undefined)?.message === 'string';
}

/** More than any wrapping; a chain may close itself to a ring. */
const deepestCause = 10;

/** An error and its causes, the innermost last. */
function chainOf(error: unknown): Thrown[] {
  const chain: Thrown[] = [];
  for (let next = error; isThrown(next) && chain.length <= deepestCause; next = innerOf(next))
    chain.push(next);
  return chain;
}

/**
 * The reason of an error. Where a host has several addresses and none can be connected to, Node.js throws one error
 * with a list of them: it has no message and no call, as each of them has.
 */
function innerOf({ cause, errors }: Thrown): unknown {
  return Array.isArray(errors) ? errors[0] : cause;
}

/**
 * Whether the request that failed was never written: it has no socket where the tunnel through a proxy did not open,
 * and one that still secures its connection in the middle of the TLS handshake.
 */
function isUnconnected(chain: readonly Thrown[]): boolean {
  return chain.some(({ request: { socket } = {} }) => socket === null || socket?.secureConnecting === true);
}

function codeOf({ code, httpCode }: Thrown): string | undefined {
  return [code, httpCode].find((value) => typeof value === 'string');
}
