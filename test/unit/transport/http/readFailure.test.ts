import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { Explanation } from '../../../../nodes/VolcengineRtc/transport/explanation';
import { readFailure } from '../../../../nodes/VolcengineRtc/transport/http/readFailure';
import { DeadlineError } from '../../../../nodes/VolcengineRtc/transport/time/Deadlines';

interface Members {
  code?: unknown;
  syscall?: unknown;
}

const errorOf = (members: Members, message = 'broken') => Object.assign(new Error(message), members);
const wrapped = (cause: Error) => new Error('wrapped', { cause });
const failure = (meaning: string, code: string, words: string | Explanation = 'broken') => ({
  kind: 'failure',
  error: { meaning, code, ...(typeof words === 'string' ? { message: words } : words) },
});

test.each([
  'ECONNRESET',
  'ETIMEDOUT',
  'ECONNABORTED',
  'EPIPE',
  'EPROTO',
  'ERR_BAD_RESPONSE',
  'ERR_SSL_BAD_RECORD_MAC',
])('%s leaves the fate of the request open', (code) => {
  expect(readFailure(wrapped(errorOf({ code })))).toStrictEqual(failure('noAnswer', code));
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EMFILE', 'EADDRNOTAVAIL', 'ERR_SSL_WRONG_VERSION_NUMBER'])(
  '%s means that no connection stood',
  (code) => {
    expect(readFailure(wrapped(wrapped(errorOf({ code }))))).toStrictEqual(failure('noConnection', code));
    expect(readFailure(errorOf({ code }))).toStrictEqual(failure('noConnection', code));
  },
);

test('a call of the operating system says when it failed', () => {
  const timedOut = (syscall: unknown) => readFailure(wrapped(errorOf({ code: 'ETIMEDOUT', syscall })));
  expect(timedOut('connect')).toStrictEqual(failure('noConnection', 'ETIMEDOUT'));
  expect(timedOut('read')).toStrictEqual(failure('noAnswer', 'ETIMEDOUT'));
  expect(timedOut(['connect'])).toStrictEqual(failure('noAnswer', 'ETIMEDOUT'));
});

test('our own deadline is no time-out of the network', () => {
  const message = 'No complete answer came within 400 ms';
  expect(readFailure(new DeadlineError({ message }))).toStrictEqual(failure('tooLate', 'ETIMEDOUT', message));
});

describe('where none of the addresses of a host can be connected to', () => {
  /** What Node.js throws: a list of errors, with the code of the first, and without words. */
  const listOf = (...errors: Error[]) =>
    Object.assign(errorOf({ code: (errors[0] as Error & Members).code }, ''), { errors });
  const connecting = (code: string, address: string) =>
    errorOf({ code, syscall: 'connect' }, `connect ${code} ${address}`);

  test.each(['ECONNREFUSED', 'ETIMEDOUT'])('the first one says that no connection stood: %s', (code) => {
    const list = listOf(connecting(code, '::1'), connecting('ECONNREFUSED', '127.0.0.1'));
    expect(readFailure(wrapped(wrapped(list)))).toStrictEqual(
      failure('noConnection', code, `connect ${code} ::1`),
    );
  });

  test('a list with nothing in it says what it says by itself', () => {
    expect(readFailure(Object.assign(errorOf({ code: 'EPIPE' }, 'said'), { errors: [] }))).toStrictEqual(
      failure('noAnswer', 'EPIPE', 'said'),
    );
  });
});

test('a handshake that was refused is told by its message', () => {
  const message = 'write EPROTO 0:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure';
  expect(readFailure(wrapped(errorOf({ code: 'EPROTO' }, message)))).toStrictEqual(
    failure('noConnection', 'EPROTO', message),
  );
});

test('a proxy that hangs up in place of an answer to CONNECT has passed nothing on', () => {
  const message = 'Proxy connection ended before receiving CONNECT response';
  expect(readFailure(wrapped(errorOf({}, message)))).toStrictEqual(
    failure('noConnection', 'NoConnection', message),
  );
});

test.each([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
])('%s means that nothing can be sent', (code) => {
  expect(readFailure(wrapped(errorOf({ code })))).toStrictEqual(
    failure('unsendable', code, {
      message: `The certificate of the endpoint is not trusted (${code}).`,
      description:
        "Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.",
    }),
  );
});

test.each([
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_TLSV1_ALERT_CERT_EXPIRED',
])('%s is about a certificate of the client, and may come after the request', (code) => {
  expect(readFailure(wrapped(errorOf({ code })))).toStrictEqual(failure('noAnswer', code));
});

test.each<[kind: string, error: unknown]>([
  ['cannot be signed', wrapped(wrapped(errorOf({ code: 'CannotSign' }, 'no key')))],
  ['is not let out by n8n', errorOf({}, 'no key')],
  ['has an address that is none', wrapped(errorOf({ code: 'ERR_INVALID_URL' }, 'no key'))],
  ['has a header that is none', wrapped(errorOf({ code: 'ERR_INVALID_CHAR' }, 'no key'))],
  ['has options that nobody knows', wrapped(errorOf({ code: 'ERR_BAD_OPTION_VALUE' }, 'no key'))],
  ['fails with no error but a text', 'no key'],
  ['is aborted by a number', errorOf({ code: 20 }, 'no key')],
])('a request that %s is never sent and says why', (_kind, error) => {
  expect(readFailure(error)).toStrictEqual(failure('unsendable', 'CannotSend', 'no key'));
});

test.each([
  ['ERR_SOMETHING_ERR_INVALID', 'noAnswer'],
  ['NOT_ERR_BAD_OPTION', 'noAnswer'],
])('%s is not for the name of another error', (code, meaning) => {
  expect(readFailure(errorOf({ code }))).toMatchObject({ error: { meaning } });
});

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [{ code: 'ECONNRESET', syscall: 'connect' }, '[object Object]'],
  [{ code: 'ECONNRESET', message: 7 }, '[object Object]'],
])('%p is no error of the network', (error, message) => {
  expect(readFailure(error)).toStrictEqual(failure('unsendable', 'CannotSend', message));
});

test('an error of another realm is one, though it is no instance of ours', () => {
  const foreign = { code: 'ECONNRESET', syscall: 'connect', message: 'said' };
  expect(readFailure(foreign)).toStrictEqual(failure('noConnection', 'ECONNRESET', 'said'));
  expect(readFailure(Object.assign(new Error('outer'), { cause: foreign }))).toStrictEqual(
    failure('noConnection', 'ECONNRESET', 'said'),
  );
});

test('a chain of causes that closes to a ring is followed to some end', () => {
  const ring = errorOf({ code: 'ECONNRESET' });
  ring.cause = ring;
  expect(readFailure(ring)).toStrictEqual(failure('noAnswer', 'ECONNRESET'));
});

test.each([
  [10, 'ECONNRESET'],
  [11, 'CannotSend'],
])('a cause %i levels down is %s', (levels, code) => {
  let error: Error = errorOf({ code: 'ECONNRESET' });
  for (let level = 0; level < levels; level += 1) error = wrapped(error);
  expect(readFailure(error)).toMatchObject({ error: { code } });
});

test('the code of the wrapping holds where the cause has none', () => {
  const error = Object.assign(wrapped(errorOf({}, 'inner')), { code: 'EPIPE' });
  expect(readFailure(error)).toStrictEqual(failure('noAnswer', 'EPIPE', 'inner'));
});

describe('an error of n8n 1.x, which has no cause', () => {
  const withoutCause = (httpCode: string | null, message: string) =>
    Object.assign(new Error("n8n's own words"), { httpCode, messages: [message, 'second'] });

  test.each([
    ['ECONNRESET', 'noAnswer'],
    ['ECONNREFUSED', 'noConnection'],
  ])('is read like any other: %s', (code, meaning) => {
    expect(readFailure(withoutCause(code, 'socket hang up'))).toStrictEqual(
      failure(meaning, code, 'socket hang up'),
    );
  });

  test.each([
    ['CannotSign', 'CannotSend'],
    [null, 'CannotSend'],
    ['CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED'],
  ])('says that nothing can be sent: %s', (httpCode, code) => {
    expect(readFailure(withoutCause(httpCode, 'no'))).toMatchObject({
      error: { meaning: 'unsendable', code },
    });
  });

  test('says why a request cannot be signed', () => {
    expect(readFailure(withoutCause('CannotSign', 'no key'))).toStrictEqual(
      failure('unsendable', 'CannotSend', 'no key'),
    );
  });
});

test('a request that the credential cannot sign keeps the two parts of its explanation', () => {
  const error = new CannotSignError('There is no key.', 'Enter it.');
  expect(error.message).toBe('There is no key. Enter it.');
  expect(readFailure(wrapped(error))).toStrictEqual(
    failure('unsendable', 'CannotSend', { message: 'There is no key.', description: 'Enter it.' }),
  );
});

test('on n8n 1.x, which keeps no cause, it is told in one piece', () => {
  const ofN8n1 = Object.assign(new Error('Node API error'), {
    httpCode: 'CannotSign',
    messages: ['There is no key. Enter it.'],
  });
  expect(readFailure(ofN8n1)).toStrictEqual(
    failure('unsendable', 'CannotSend', 'There is no key. Enter it.'),
  );
});
