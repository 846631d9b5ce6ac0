import { isCertainlyUnsent } from '../../../../nodes/VolcengineRtc/transport/http/isCertainlyUnsent';

const openSsl = (reason: string) =>
  `write EPROTO 80B0C0:error:0A000410:SSL routines:ssl3_read_bytes:${reason}:../deps/openssl/record.c:1593:SSL alert number 40`;

test.each([
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
])('%s comes before a connection stands', (code) => {
  expect(isCertainlyUnsent({ code, message: 'broken' })).toBe(true);
});

test.each(['bind', 'connect', 'getaddrinfo', 'socket'])(
  'a failing call of %s comes before any request',
  (syscall) => {
    expect(isCertainlyUnsent({ code: 'ETIMEDOUT', syscall, message: 'broken' })).toBe(true);
    expect(isCertainlyUnsent({ code: 'EPERM', syscall, message: 'broken' })).toBe(true);
  },
);

test.each([
  ['ERR_SSL_WRONG_VERSION_NUMBER'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
  ['ERR_SSL_TLSV1_ALERT_INAPPROPRIATE_FALLBACK'],
  ['ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY'],
  ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL'],
  ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL'],
  ['ERR_SSL_NO_PROTOCOLS_AVAILABLE'],
  ['ERR_SSL_NO_CIPHERS_AVAILABLE'],
])('%s ends the handshake at the first message of the client', (code) => {
  expect(isCertainlyUnsent({ code, message: 'broken' })).toBe(true);
});

test.each([
  'wrong version number',
  'sslv3 alert handshake failure',
  'tlsv1 alert protocol version',
  'tlsv1 alert inappropriate fallback',
  'tlsv1 alert insufficient security',
  'tlsv1 alert no application protocol',
  'tlsv1 unrecognized name',
  'unsupported protocol',
  'no protocols available',
  'no ciphers available',
  'SSLV3 ALERT HANDSHAKE FAILURE',
])('EPROTO for "%s" does so too', (reason) => {
  expect(isCertainlyUnsent({ code: 'EPROTO', syscall: 'write', message: openSsl(reason) })).toBe(true);
});

test.each<[code: string, syscall: string | undefined, message: string]>([
  ['ECONNRESET', 'read', 'read ECONNRESET'],
  ['ECONNRESET', undefined, 'socket hang up'],
  ['ETIMEDOUT', 'read', 'read ETIMEDOUT'],
  ['ECONNABORTED', undefined, 'timeout of 1000ms exceeded'],
  ['EPIPE', 'write', 'write EPIPE'],
  ['EPROTO', 'write', openSsl('tlsv13 alert certificate required')],
  ['EPROTO', 'write', openSsl('sslv3 alert bad certificate')],
  ['EPROTO', 'write', openSsl('tlsv1 alert internal error')],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', undefined, 'broken'],
  ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', undefined, 'broken'],
  ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', undefined, 'broken'],
  ['ERR_SSL_WRONG_VERSION_NUMBER_AND_MORE', undefined, 'broken'],
  ['NO_ERR_SSL_WRONG_VERSION_NUMBER', undefined, 'broken'],
  // A reason counts only where TLS gives it.
  ['ECONNRESET', 'read', 'wrong version number'],
  ['HPE_INVALID_CONSTANT', undefined, 'Parse Error'],
])('%s (call %s, "%s") may come after the request', (code, syscall, message) => {
  expect(isCertainlyUnsent({ code, syscall, message })).toBe(false);
});

test.each([
  ['Proxy connection ended before receiving CONNECT response', true],
  ['no key', false],
  ['CONNECT responses', false],
])('an error without a code, "%s", comes from a proxy that hung up: %p', (message, expected) => {
  expect(isCertainlyUnsent({ message })).toBe(expected);
});

test('a failing call without a code says nothing', () => {
  expect(isCertainlyUnsent({ syscall: 'connect', message: 'broken' })).toBe(false);
  expect(
    isCertainlyUnsent({ code: 'Odd', message: 'Proxy connection ended before receiving CONNECT response' }),
  ).toBe(false);
});
