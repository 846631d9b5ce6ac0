import {
  canonicalQuery,
  canonicalRequest,
  sha256Hex,
} from '../../../../credentials/signature/canonicalRequest';
import { hmacSha256, signingKey } from '../../../../credentials/signature/signingKey';
import { signature, signRequest } from '../../../../credentials/signature/signRequest';
import { credentialScope, formatXDate, stringToSign } from '../../../../credentials/signature/stringToSign';
import { type Vector, vectors } from '../../../support/credentials/vectors';

function canonical({ method, query, headers, body }: Vector): string {
  return canonicalRequest({
    method,
    path: '/',
    query: canonicalQuery(query),
    headers,
    payloadHash: sha256Hex(body),
  });
}

function xDateOf({ headers }: Vector): string {
  return headers['x-date'] ?? '';
}

function scopeText({ date, scope }: Vector): string {
  return `${date.toISOString().slice(0, 10).replaceAll('-', '')}/${scope.region}/${scope.service}/request`;
}

const withText = vectors.filter((vector) => vector.canonicalRequest !== undefined);
const withDateKey = vectors.filter(({ dateKey }) => dateKey !== undefined);
const withSigningKey = vectors.filter((vector) => vector.signingKey !== undefined);
/** Vectors that sign the headers that the product signs. */
const withOwnHeaders = vectors.filter(({ headers }) => headers['x-content-sha256'] !== undefined);

test.each(vectors)('the time of $name is written as documented', (vector) => {
  expect(formatXDate(vector.date)).toBe(xDateOf(vector));
});

test.each(vectors)('the scope of $name is the day, the region and the service', (vector) => {
  expect(credentialScope(xDateOf(vector), vector.scope)).toBe(scopeText(vector));
});

test.each(withText)('the canonical request of $name is the printed one', (vector) => {
  expect(canonical(vector)).toBe(vector.canonicalRequest);
});

test.each(vectors)('the canonical request of $name has the documented hash', (vector) => {
  expect(sha256Hex(canonical(vector))).toBe(vector.canonicalHash);
});

test.each(vectors)('the string to sign of $name is algorithm, time, scope and hash', (vector) => {
  expect(stringToSign(xDateOf(vector), vector.scope, canonical(vector))).toBe(
    ['HMAC-SHA256', xDateOf(vector), scopeText(vector), vector.canonicalHash].join('\n'),
  );
});

test.each(withDateKey)('the key chain of $name begins with the secret as printed and the day', (vector) => {
  const day = xDateOf(vector).slice(0, 8);
  expect(hmacSha256(vector.key.secretAccessKey, day).toString('hex')).toBe(vector.dateKey);
});

test.each(withSigningKey)('the signing key of $name is the printed one', (vector) => {
  const key = signingKey(vector.key.secretAccessKey, xDateOf(vector), vector.scope);
  expect(key.toString('hex')).toBe(vector.signingKey);
});

test.each(vectors)('the signature of $name is the documented one', (vector) => {
  const { key, scope } = vector;
  expect(signature(key.secretAccessKey, xDateOf(vector), scope, canonical(vector))).toBe(vector.signature);
});

test.each(withOwnHeaders)('the headers of $name are those signed and the Authorization', (vector) => {
  const { key, scope, date, method, query, headers, body } = vector;
  const { host = '', 'content-type': contentType } = headers;
  const signed = signRequest(
    { method, host, path: '/', query: canonicalQuery(query), body: Buffer.from(body), contentType },
    key,
    scope,
    date,
  );
  const names = Object.keys(headers).sort().join(';');
  expect(signed).toEqual({
    ...headers,
    authorization: `HMAC-SHA256 Credential=${key.accessKeyId}/${scopeText(vector)}, SignedHeaders=${names}, Signature=${vector.signature}`,
  });
});

test('a request without a body is signed as an empty one, and without a content type', () => {
  const { key, scope, date } = vectors[0] as Vector;
  const request = { method: 'GET', host: 'h', path: '/', query: '' };
  const signed = signRequest(request, key, scope, date);
  expect(signed['x-content-sha256']).toBe(sha256Hex(''));
  expect(signed).toEqual(signRequest({ ...request, body: Buffer.alloc(0) }, key, scope, date));
  expect(signed).not.toHaveProperty('content-type');
});
