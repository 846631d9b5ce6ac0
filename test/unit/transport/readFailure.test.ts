import { BodyTooLargeError } from '../../../nodes/VolcengineRtc/transport/readBody';
import { readFailure } from '../../../nodes/VolcengineRtc/transport/readFailure';

const asIs = (text: string) => text;
const errorOf = (code: string | undefined, message = 'broken') =>
  Object.assign(new Error(message), code && { code });
const wrapped = (cause: Error) => new Error('wrapped', { cause });

test.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'ERR_BAD_RESPONSE'])(
  '%s leaves the fate of the request open',
  (code) => {
    expect(readFailure(wrapped(errorOf(code)), asIs)).toEqual({
      kind: 'unreachable',
      code,
      message: 'broken',
      mayHaveArrived: true,
    });
  },
);

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  '%s means that the request never arrived',
  (code) => {
    expect(readFailure(errorOf(code), asIs)).toMatchObject({ kind: 'unreachable', mayHaveArrived: false });
  },
);

test.each([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])('%s means that nothing can be sent', (code) => {
  expect(readFailure(wrapped(errorOf(code)), asIs)).toEqual({
    kind: 'unsendable',
    code,
    message: `The certificate of the endpoint is not trusted (${code}). Check the credential's Endpoint; for a certificate authority of your own, set NODE_EXTRA_CA_CERTS where n8n runs.`,
  });
});

test('a request that cannot be signed, or that n8n does not let out, is never sent and says why', () => {
  const reply = { kind: 'unsendable', code: 'CannotSend', message: 'no key' };
  expect(readFailure(wrapped(wrapped(errorOf('CannotSign', 'no key'))), asIs)).toEqual(reply);
  expect(readFailure(errorOf(undefined, 'no key'), asIs)).toEqual(reply);
  expect(readFailure('no key', asIs)).toEqual(reply);
});

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [Object.assign(new Error('aborted'), { code: 20 }), 'aborted'],
])('%p tells of no failure of the network', (error, message) => {
  expect(readFailure(error, asIs)).toEqual({ kind: 'unsendable', code: 'CannotSend', message });
});

describe('an error of n8n 1.x, which has no cause', () => {
  const withoutCause = (httpCode: string | null, message: string) =>
    Object.assign(new Error("n8n's own words"), { httpCode, messages: [message, message] });

  test.each([
    ['ECONNRESET', true],
    ['ECONNREFUSED', false],
  ])('is read like any other: %s', (code, mayHaveArrived) => {
    expect(readFailure(withoutCause(code, 'socket hang up'), asIs)).toEqual({
      kind: 'unreachable',
      code,
      message: 'socket hang up',
      mayHaveArrived,
    });
  });

  test.each([
    ['CannotSign', 'CannotSend'],
    [null, 'CannotSend'],
    ['CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED'],
  ])('says that nothing can be sent: %s', (httpCode, code) => {
    expect(readFailure(withoutCause(httpCode, 'no'), asIs)).toMatchObject({ kind: 'unsendable', code });
  });

  test('says why a request cannot be signed', () => {
    expect(readFailure(withoutCause('CannotSign', 'no key'), asIs)).toMatchObject({ message: 'no key' });
  });
});

test('an answer that is too large is unreadable', () => {
  expect(readFailure(new BodyTooLargeError('too large'), asIs)).toEqual({
    kind: 'unreadable',
    httpStatus: 200,
    reason: 'too large',
  });
});

test('secrets in a message are hidden', () => {
  const reply = readFailure(errorOf('EPIPE', 'key s3cret'), (text) => text.replace('s3cret', '***'));
  expect(reply).toMatchObject({ message: 'key ***' });
});
