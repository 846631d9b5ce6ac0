/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks the operating system for its errors */
import os from 'node:os';
import { isCertainlyUnsent } from '../../../../nodes/VolcengineRtc/transport/http/isCertainlyUnsent';

/** Every error that a call of this operating system may end with. */
const everyErrno = Object.keys(os.constants.errno);

describe('a call of the operating system says when it failed', () => {
  test.each(['getaddrinfo', 'socket', 'bind', 'connect'])(
    'before the request, whatever the error, where it is %s',
    (syscall) => {
      const others = everyErrno.filter((code) => !isCertainlyUnsent({ code, syscall, message: 'broken' }));
      expect(others).toEqual([]);
    },
  );

  test.each(['read', 'write', 'shutdown'])(
    'perhaps after the request, whatever the error, where it is %s: a connection stands',
    (syscall) => {
      const others = everyErrno.filter((code) => isCertainlyUnsent({ code, syscall, message: 'broken' }));
      expect(others).toEqual([]);
    },
  );
});

/** n8n 1.x does not say which call it was. */
describe('an error of no known call', () => {
  test.each([
    ['there is no address', 'ENOTFOUND'],
    ['nobody listens', 'ECONNREFUSED'],
    ['there is no route', 'ENETUNREACH'],
    ['the machine has nothing left to connect with', 'EMFILE'],
    ['the machine forbids it', 'EACCES'],
  ])('comes before a connection stands where %s: %s', (_why, code) => {
    expect(isCertainlyUnsent({ code, message: 'broken' })).toBe(true);
  });

  test.each([
    ['a connection is reset', 'ECONNRESET', 'socket hang up'],
    ['no answer comes', 'ETIMEDOUT', 'timed out'],
    ["n8n's helper gives up", 'ECONNABORTED', 'timeout of 1000ms exceeded'],
    ['the answer is no HTTP', 'HPE_INVALID_CONSTANT', 'Parse Error'],
    // A reason counts only where TLS gives it.
    ['another error speaks of a handshake', 'ECONNRESET', 'wrong version number'],
    [
      'another error has the words of a proxy',
      'Odd',
      'Proxy connection ended before receiving CONNECT response',
    ],
  ])('may come after the request where %s: %s', (_why, code, message) => {
    expect(isCertainlyUnsent({ code, message })).toBe(false);
  });
});

/** Alerts of TLS as OpenSSL names them (RFC 8446, section 6), with the code of Node.js. */
const ofTheClientHello = [
  'wrong version number',
  'sslv3 alert handshake failure',
  'tlsv1 alert protocol version',
  'tlsv1 unrecognized name',
];
const perhapsLater = [
  'tlsv1 alert internal error',
  'sslv3 alert bad certificate',
  'tlsv13 alert certificate required',
  'decryption failed or bad record mac',
];

/** What Node.js 20 throws for it, and what it throws where it knows no code of its own. */
const formsOf = (reason: string) => [
  { code: `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`, message: 'broken' },
  {
    code: 'EPROTO',
    syscall: 'write',
    message: `write EPROTO 80B0C0:error:0A000410:SSL routines:ssl3_read_bytes:${reason}:../deps/openssl/record.c:1593:SSL alert number 40`,
  },
];

describe('an error of TLS', () => {
  test.each(ofTheClientHello)('for "%s" answers the first message of the client', (reason) => {
    expect(formsOf(reason).map(isCertainlyUnsent)).toEqual([true, true]);
    expect(formsOf(reason.toUpperCase()).map(isCertainlyUnsent)).toEqual([true, true]);
  });

  test.each(perhapsLater)(
    'for "%s" may come after the request, also while the connection is secured',
    (reason) => {
      expect(formsOf(reason).map(isCertainlyUnsent)).toEqual([false, false]);
      const secured = formsOf(reason).map((error) => ({ ...error, isUnconnected: true }));
      expect(secured.map(isCertainlyUnsent)).toEqual([false, false]);
    },
  );

  test.each(['ERR_SSL_WRONG_VERSION_NUMBER_AND_MORE', 'NO_ERR_SSL_WRONG_VERSION_NUMBER'])(
    'is told by its whole name, and not by a part of it: %s',
    (code) => {
      expect(isCertainlyUnsent({ code, message: 'broken' })).toBe(false);
    },
  );
});

test.each([
  ['Proxy connection ended before receiving CONNECT response', true],
  ['no key', false],
  ['CONNECT responses', false],
])('an error without a code, "%s", comes from a proxy that hung up: %p', (message, expected) => {
  expect(isCertainlyUnsent({ message })).toBe(expected);
  expect(isCertainlyUnsent({ message, syscall: 'connect' })).toBe(expected);
});

test('a connection that was not there yet leaves no doubt, whatever happened to it', () => {
  for (const syscall of ['read', 'write', undefined]) {
    const reset = { code: 'ECONNRESET', syscall, message: 'broken' };
    expect(isCertainlyUnsent({ ...reset, isUnconnected: true })).toBe(true);
    expect(isCertainlyUnsent({ ...reset, isUnconnected: false })).toBe(false);
  }
  const message = 'Client network socket disconnected before secure TLS connection was established';
  expect(isCertainlyUnsent({ code: 'ECONNRESET', message })).toBe(true);
});
