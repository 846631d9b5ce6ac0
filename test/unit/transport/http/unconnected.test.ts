import { readFailure } from '../../../../nodes/VolcengineRtc/transport/http/readFailure';

const inHandshake = 'Client network socket disconnected before secure TLS connection was established';
const open = { secureConnecting: false };

/** What n8n 2 throws: its own error around that of axios, which keeps the request, around that of Node.js. */
function thrown(code: string | undefined, message: string, socket: object | null | undefined): Error {
  const cause = Object.assign(new Error(message), code && { code });
  const ofAxios = Object.assign(new Error(message, { cause }), code && { code }, { request: { socket } });
  return Object.assign(new Error("n8n's own words", { cause: ofAxios }), {
    httpCode: code ?? null,
    messages: [message],
  });
}

/** What n8n 1 throws: the same without the causes. */
function thrownByN8n1(code: string | null, message: string): Error {
  return Object.assign(new Error("n8n's own words"), { httpCode: code, messages: [message] });
}

const meaningOf = (error: Error) => {
  const reply = readFailure(error);
  return reply.kind === 'failure' ? `${reply.error.meaning} ${reply.error.code}` : reply.kind;
};

test.each([
  ['a CONNECT that is reset', thrown('ECONNRESET', 'read ECONNRESET', null)],
  ['a TLS handshake that is reset', thrown('ECONNRESET', 'read ECONNRESET', { secureConnecting: true })],
  ['a TLS handshake that is closed', thrown('ECONNRESET', inHandshake, { secureConnecting: true })],
  ['the same, on n8n 1', thrownByN8n1('ECONNRESET', inHandshake)],
])('%s leaves no doubt: the request was never written', (_, error) => {
  expect(meaningOf(error)).toBe('noConnection ECONNRESET');
});

test.each([
  ['closed', 'socket hang up'],
  ['reset', 'read ECONNRESET'],
])('a connection that is %s after the handshake leaves the fate of the request open', (_, message) => {
  expect(meaningOf(thrown('ECONNRESET', message, open))).toBe('noAnswer ECONNRESET');
  expect(meaningOf(thrown('ECONNRESET', message, undefined))).toBe('noAnswer ECONNRESET');
  expect(meaningOf(thrownByN8n1('ECONNRESET', message))).toBe('noAnswer ECONNRESET');
});

test('a TLS error leaves doubt, but for the alerts that are known to come first', () => {
  const socket = { secureConnecting: true };
  const [unknown, known] = ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'ERR_SSL_WRONG_VERSION_NUMBER'];
  expect(meaningOf(thrown(unknown, 'alert', socket))).toBe(`noAnswer ${unknown}`);
  expect(meaningOf(thrown(known, 'wrong version', socket))).toBe(`noConnection ${known}`);
});

test.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
  '%s ends the run, though the handshake was not done',
  (code) => {
    expect(meaningOf(thrown(code, 'no', { secureConnecting: true }))).toBe(`unsendable ${code}`);
  },
);

test('what n8n itself refuses to connect to, through a proxy as well, cannot be sent', () => {
  expect(meaningOf(thrown(undefined, 'a restricted IP address', null))).toBe('unsendable CannotSend');
});
