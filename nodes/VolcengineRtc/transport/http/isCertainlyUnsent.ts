/** An error of Node.js, as far as it says when it happened. */
export interface NetworkError {
  code?: string;
  /** The call of the operating system that failed. */
  syscall?: string;
  message: string;
  /** Whether the request had no connection to be written to, as far as the error says. */
  isUnconnected?: boolean;
}

/**
 * Failures before a connection stands: no address, no route, nobody listening, no file descriptor or port left. A
 * connection that stands may break with some of them too, such as EHOSTUNREACH.
 */
const unconnected = new Set([
  'EACCES',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOBUFS',
  'ENOTFOUND',
]);

/** Calls that come before the first byte of a request; a time-out in `connect` is one of the connection. */
const callsBefore: ReadonlySet<string | undefined> = new Set(['bind', 'connect', 'getaddrinfo', 'socket']);

/** Calls on a connection that stands. */
const callsAfter: ReadonlySet<string | undefined> = new Set(['read', 'shutdown', 'write']);

/**
 * Reasons for which a server ends a TLS handshake at the client's first message, so before any request. Other alerts
 * (about a client's certificate, say) may come when the request is on its way.
 */
const handshakeReasons = [
  'handshake failure',
  'inappropriate fallback',
  'insufficient security',
  'no application protocol',
  'no ciphers available',
  'no protocols available',
  'protocol version',
  'unrecognized name',
  'unsupported protocol',
  'wrong version number',
];

const handshakeCodes = new RegExp(`^ERR_SSL_.*(${handshakeReasons.join('|').replaceAll(' ', '_')})$`, 'i');
const handshakeMessage = new RegExp(handshakeReasons.join('|'), 'i');

/** A proxy that hangs up in place of an answer to CONNECT; the agent's error has no code. */
const failedConnect = /\bCONNECT response\b/;

/** Node's words for a connection that is closed in the middle of the TLS handshake; the code is ECONNRESET. */
const brokenHandshake = /\bbefore secure TLS connection was established\b/;

/** Whether a request has not reached the service for certain, so that it leaves no doubt about its users. */
export function isCertainlyUnsent({ code, syscall, message, isUnconnected }: NetworkError): boolean {
  if (code === undefined) return failedConnect.test(message);
  if (callsBefore.has(syscall)) return true;
  if (unconnected.has(code) && !callsAfter.has(syscall)) return true;
  if (code === 'EPROTO') return handshakeMessage.test(message);
  if (code.startsWith('ERR_SSL_')) return handshakeCodes.test(code);
  return isUnconnected === true || brokenHandshake.test(message);
}
