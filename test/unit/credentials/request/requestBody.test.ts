import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { SignableOptions } from '../../../../credentials/request/signableOptions';
import { authenticate, isSignedAsSent } from '../signing';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const sentForm = `${form}; charset=utf-8`;
const url = '/?Action=A';
const uri = 'https://rtc.volcengineapi.com/?Action=A';

function typed(type: string): Pick<SignableOptions, 'headers'> {
  return { headers: { 'Content-Type': type } };
}

const bytes = Buffer.from([0, 255, 128, 10]);

test.each<[kind: string, options: SignableOptions, sent: string | Buffer, type: string]>([
  ['text under a type', { ...typed(json), body: '{"a": 1}' }, '{"a": 1}', json],
  ['text without a type', { body: '{"名":"张三"}' }, '{"名":"张三"}', json],
  ['text of another type', { ...typed('text/plain'), body: ' a ' }, ' a ', 'text/plain'],
  ['an object', { body: { a: 1, b: ['张'] } }, '{"a":1,"b":["张"]}', json],
  [
    'an object under a type with a charset',
    { ...typed(`${json}; charset=utf-8`), body: { a: 1 } },
    '{"a":1}',
    `${json}; charset=utf-8`,
  ],
  ['an array', { body: [1, 'b'] as never }, '[1,"b"]', json],
  ['an empty object', { body: {} }, '{}', json],
  ['a Buffer', { ...typed('application/octet-stream'), body: bytes }, bytes, 'application/octet-stream'],
  ['a view of bytes', { body: new Uint8Array(bytes).subarray(1, 3) as never }, bytes.subarray(1, 3), json],
  [
    'URLSearchParams',
    {
      body: new URLSearchParams([
        ['a', '1 2'],
        ['a', '张'],
      ]),
    },
    'a=1+2&a=%E5%BC%A0',
    sentForm,
  ],
  [
    'fields under the form type',
    { ...typed(form), body: { a: '1 2', b: '张' } },
    'a=1+2&b=%E5%BC%A0',
    sentForm,
  ],
  ['fields under the form type with a charset', { ...typed(sentForm), body: { a: 1 } }, 'a=1', sentForm],
  ['text under the form type', { ...typed(form), body: 'a=1&b=+' }, 'a=1&b=+', sentForm],
  ['bytes under the form type', { ...typed(form), body: Buffer.from('a=1') }, 'a=1', sentForm],
  ['a legacy form', { uri, form: { a: '1 2', b: { c: true } } }, 'a=1+2&b%5Bc%5D=true', sentForm],
  ['a legacy form of text', { uri, form: 'a=1' }, 'a=1', sentForm],
  ['a legacy form under its type', { uri, ...typed(form), form: { a: 1 } }, 'a=1', sentForm],
  [
    'a legacy form beside fields',
    { uri, ...typed(form), body: { a: 1 }, form: { b: 2 } },
    'a=1&b=2',
    sentForm,
  ],
  ['a form with a list', { uri, form: { a: [1, 2] } }, 'a=1&a=2', sentForm],
  [
    'a form with a list in brackets',
    { uri, form: { a: [1] }, arrayFormat: 'brackets' },
    'a%5B%5D=1',
    sentForm,
  ],
  ['a legacy object', { uri, body: { a: 1 }, json: true }, '{"a":1}', json],
])('%s is sent as the bytes that are signed', async (_kind, options, sent, type) => {
  const signed = await authenticate({
    method: 'POST',
    ...(options.uri === undefined && { url }),
    ...options,
  });
  expect(signed.body).toEqual(Buffer.from(sent as string));
  expect(signed.headers['content-type']).toBe(type);
  expect(signed.headers.authorization).toContain('SignedHeaders=content-type;host;');
  expect(isSignedAsSent(signed)).toBe(true);
  expect(signed).not.toHaveProperty('form');
});

test.each<[kind: string, options: SignableOptions]>([
  ['a POST without one', { method: 'POST' }],
  ['a POST with null', { method: 'POST', body: null as never }],
  ['a POST with empty text', { method: 'POST', body: '' }],
  ['a POST with an empty Buffer', { method: 'POST', body: Buffer.alloc(0) }],
  ['a POST with empty form fields', { method: 'POST', ...typed(form), body: {} }],
  ['a GET', {}],
  ['a GET with an empty object', { method: 'GET', body: {} }],
  ['a GET with an object, which n8n drops', { method: 'GET', body: { a: 1 } }],
  ['a GET with text in small letters', { method: 'get' as never, body: '{}' }],
  ['a HEAD with an empty object', { method: 'HEAD', body: {} }],
  ['a legacy GET with an empty object', { uri, url: undefined, method: 'GET', body: {} }],
])('%s sends no body and signs no content type', async (_kind, options) => {
  const signed = await authenticate({ url, headers: { 'Content-Type': json }, ...options });
  expect(signed.body).toBeUndefined();
  expect(Object.keys(signed.headers)).not.toContain('content-type');
  expect(signed.headers.authorization).toContain('SignedHeaders=host;x-content-sha256;x-date,');
  expect(isSignedAsSent(signed)).toBe(true);
});

test('a legacy GET sends and signs its body, as n8n does', async () => {
  const signed = await authenticate({ uri, method: 'GET', body: { a: 1 } });
  expect(signed.body).toEqual(Buffer.from('{"a":1}'));
  expect(isSignedAsSent(signed)).toBe(true);
});

test('a DELETE sends and signs its body', async () => {
  const signed = await authenticate({ url, method: 'DELETE', body: { a: 1 } });
  expect(signed.body).toEqual(Buffer.from('{"a":1}'));
  expect(isSignedAsSent(signed)).toBe(true);
});

const partsOfOwn = { append: () => {}, getHeaders: () => ({}) };

test.each<[kind: string, options: SignableOptions, message: RegExp]>([
  ['a multipart type', { ...typed('multipart/form-data'), body: { a: 1 } }, /multipart/],
  ['a multipart type with a boundary', { ...typed('multipart/mixed; boundary=x'), body: 'a' }, /multipart/],
  ['legacy formData', { uri, formData: { a: 1 } }, /multipart/],
  ['the FormData of the web', { body: new FormData() as never }, /multipart/],
  ['the FormData of the form-data package', { body: partsOfOwn as never }, /multipart/],
  ['a stream', { body: { pipe: () => {} } as never }, /streamed/],
])('%s is refused, with a way out', async (_kind, options, message) => {
  const signing = authenticate({ method: 'POST', url, ...options });
  await expect(signing).rejects.toThrow(CannotSignError);
  await expect(signing).rejects.toThrow(message);
  await expect(signing).rejects.toThrow(/Send .* JSON/);
  await expect(signing).rejects.toMatchObject({ code: 'CannotSign' });
});
