import { CannotSignError } from '../../../../credentials/request/CannotSignError';
import type { SignableOptions } from '../../../../credentials/request/signableOptions';
import { authenticate, isSignedAsSent } from '../../../support/credentials/signing';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const sentForm = `${form}; charset=utf-8`;
const url = '/?Action=A';
const uri = 'https://rtc.volcengineapi.com/?Action=A';

function typed(type: string): Pick<SignableOptions, 'headers'> {
  return { headers: { 'Content-Type': type } };
}

const bytes = Buffer.from([0, 255, 128, 10]);

/** Bytes that other threads can change. */
function shared(...values: number[]): Uint8Array {
  const view = new Uint8Array(new SharedArrayBuffer(values.length));
  view.set(values);
  return view;
}

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
  ['a view of bytes', { body: new Uint8Array(bytes).subarray(1, 3) }, bytes.subarray(1, 3), json],
  ['an array of 16-bit integers', { body: Uint16Array.of(0x0201, 0x0403) }, Buffer.of(1, 2, 3, 4), json],
  ['an array of 64-bit integers', { body: BigInt64Array.of(-1n) }, Buffer.alloc(8, 255), json],
  ['an array of floats', { body: Float64Array.of(1.5) }, Buffer.of(0, 0, 0, 0, 0, 0, 248, 63), json],
  ['a view of data', { body: new DataView(Uint8Array.of(1, 2, 3).buffer, 1) }, Buffer.of(2, 3), json],
  ['an ArrayBuffer', { body: Uint8Array.of(1, 2).buffer }, Buffer.of(1, 2), json],
  ['shared memory', { body: shared(1, 2, 3).buffer }, Buffer.of(1, 2, 3), json],
  ['a view of shared memory', { body: shared(1, 2, 3).subarray(1) }, Buffer.of(2, 3), json],
  ['shared memory of a form', { ...typed(form), body: shared(97).buffer }, 'a', sentForm],
  ['binary data of a form', { ...typed(form), body: Uint16Array.of(0x6261) }, 'ab', sentForm],
  ['a date', { body: new Date(0) }, '"1970-01-01T00:00:00.000Z"', json],
  ['a number', { body: 7 }, '7', json],
  [
    'an object of a class',
    {
      body: new (class {
        a = 1;
      })(),
    },
    '{"a":1}',
    json,
  ],
  ['an object that writes itself', { body: { toJSON: () => [1] } }, '[1]', json],
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
  ['a legacy form of text, as it is', { uri, form: 'b=~&a=%20' }, 'b=~&a=%20', sentForm],
  ['a legacy form of text beside an empty object', { uri, body: {}, form: 'a=~' }, 'a=~', sentForm],
  ['a legacy form beside null', { uri, body: null, form: { a: 1 } }, 'a=1', sentForm],
  [
    'fields under a type with a blank',
    { ...typed(`${form} ;charset=utf-8`), body: { a: 1 } },
    'a=1',
    sentForm,
  ],
  ['fields under the form type with a charset', { ...typed(sentForm), body: { a: 1 } }, 'a=1', sentForm],
  [
    'fields under the form type in capitals',
    { ...typed(form.toUpperCase()), body: { a: 1 } },
    'a=1',
    sentForm,
  ],
  [
    'fields under another charset',
    { ...typed(`${form};charset=gbk`), body: { a: '张' } },
    'a=%E5%BC%A0',
    sentForm,
  ],
  [
    'text under another charset',
    { ...typed(`${form};charset=gbk`), body: 'a=%D5' },
    'a=%D5',
    `${form};charset=gbk`,
  ],
  [
    'fields under a type that only begins alike',
    { ...typed(`${form}-2`), body: { a: 1 } },
    '{"a":1}',
    `${form}-2`,
  ],
  [
    'URLSearchParams of another type',
    { ...typed('text/plain'), body: new URLSearchParams('a=1') },
    'a=1',
    'text/plain',
  ],
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
  ['a legacy form beside an empty body', { uri, body: '', form: { a: 1 } }, 'a=1', sentForm],
  ['a legacy form of URLSearchParams', { uri, form: new URLSearchParams('a=1') as never }, 'a=1', sentForm],
  [
    'a form with dates',
    { uri, form: { a: new Date(0) as never } },
    'a=1970-01-01T00%3A00%3A00.000Z',
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
  ['a POST with null', { method: 'POST', body: null }],
  ['a POST with no bytes', { method: 'POST', body: new ArrayBuffer(0) }],
  ['a POST with empty text', { method: 'POST', body: '' }],
  ['a POST with an empty Buffer', { method: 'POST', body: Buffer.alloc(0) }],
  ['a POST with empty form fields', { method: 'POST', ...typed(form), body: {} }],
  ['a GET', {}],
  ['a GET with an empty object', { method: 'GET', body: {} }],
  ['a GET by default with an empty object', { body: {} }],
  ['an OPTIONS with an empty object', { method: 'OPTIONS' as never, body: {} }],
  ['a GET with an empty list', { method: 'GET', body: [] }],
  ['a HEAD with an empty object', { method: 'HEAD', body: {} }],
  ['a legacy GET with an empty object', { uri, url: undefined, method: 'GET', body: {} }],
])('%s sends no body and signs no content type', async (_kind, options) => {
  const signed = await authenticate({ url, headers: { 'Content-Type': json }, ...options });
  expect(signed.body).toBeUndefined();
  expect(Object.keys(signed.headers)).not.toContain('content-type');
  expect(signed.headers.authorization).toContain('SignedHeaders=host;x-content-sha256;x-date,');
  expect(isSignedAsSent(signed)).toBe(true);
});

test.each<[kind: string, options: SignableOptions]>([
  ['a GET', { url, method: 'GET' }],
  ['a GET in small letters', { url, method: 'get' as never }],
  ['a GET by default', { url }],
  ['a legacy GET', { uri, method: 'GET' }],
])(
  '%s sends and signs its body, and does not say GET, at which n8n would drop it',
  async (_kind, options) => {
    const signed = await authenticate({ ...options, body: { a: 1 } });
    expect(signed.body).toEqual(Buffer.from('{"a":1}'));
    expect(signed.method).toBeUndefined();
    expect(isSignedAsSent(signed)).toBe(true);
  },
);

test('a DELETE sends and signs its body', async () => {
  const signed = await authenticate({ url, method: 'DELETE', body: { a: 1 } });
  expect(signed.body).toEqual(Buffer.from('{"a":1}'));
  expect(isSignedAsSent(signed)).toBe(true);
});

test('shared memory that changes after the signature does not change what is sent', async () => {
  const memory = shared(1, 2);
  const signed = await authenticate({ method: 'POST', url, body: memory });
  memory.fill(9);
  expect(signed.body).toEqual(Buffer.of(1, 2));
  expect(isSignedAsSent(signed)).toBe(true);
});

test('bytes that only we can change are not copied', async () => {
  const given = Uint8Array.of(97);
  expect((await authenticate({ method: 'POST', url, body: given })).body?.buffer).toBe(given.buffer);
});

const circle: { itself?: unknown } = {};
circle.itself = circle;

test.each<[kind: string, body: unknown, message: RegExp]>([
  ['a Map', new Map([['a', 1]]), /type Map and cannot be written as JSON\. Send/],
  ['a Set', new Set([1]), /type Set/],
  ['a Promise', Promise.resolve({}), /type Promise/],
  ['a function', () => 1, /type Function/],
  ['a symbol', Symbol('a'), /type Symbol/],
  ['a regular expression', /a/, /type RegExp/],
  ['an integer of the type BigInt', 1n, /type BigInt/],
  ['an object with a BigInt inside', { id: 1n }, /type Object and cannot be written as JSON \(.*BigInt.*\)/],
  ['a circle', circle, /type Object and cannot be written as JSON \(Converting circular structure to JSON\)/],
])('%s is refused as a body, in words', async (_kind, body, message) => {
  const signing = authenticate({ method: 'POST', url, body });
  await expect(signing).rejects.toThrow(CannotSignError);
  await expect(signing).rejects.toThrow(message);
  await expect(signing).rejects.toThrow(/Send an object, or text/);
});

test.each<[kind: string, options: SignableOptions, message: RegExp]>([
  ['a list as the fields of a form', { ...typed(form), body: [1] }, /type Array and has no form as text/],
  ['a number as the fields of a form', { ...typed(form), body: 7 }, /type Number/],
  ['a Map as the fields of a form', { form: new Map() as never }, /type Map/],
  ['a Set in a field', { form: { a: new Set() as never } }, /"a" is of the type Set/],
  ['a form of text beside fields', { form: 'a=1', body: { b: 1 } }, /a form and another body/],
  [
    'a form beside URLSearchParams',
    { form: { a: 1 }, body: new URLSearchParams('b=1') },
    /a form and another body/,
  ],
  ['a form beside text', { form: { a: 1 }, body: 'b' }, /a form and another body/],
])('%s is refused', async (_kind, options, message) => {
  const signing = authenticate({ method: 'POST', url, ...options });
  await expect(signing).rejects.toThrow(CannotSignError);
  await expect(signing).rejects.toThrow(message);
});

const partsOfOwn = { append: () => {}, getHeaders: () => ({}) };

test.each<[kind: string, options: SignableOptions, message: RegExp]>([
  ['a multipart type', { ...typed('multipart/form-data'), body: { a: 1 } }, /multipart/],
  ['a multipart type with a boundary', { ...typed('multipart/mixed; boundary=x'), body: 'a' }, /multipart/],
  ['legacy formData', { uri, formData: { a: 1 } }, /multipart/],
  ['the FormData of the web', { body: new FormData() as never }, /multipart/],
  ['the FormData of the form-data package', { body: partsOfOwn as never }, /multipart/],
  ['a multipart type in capitals', { ...typed('Multipart/Form-Data'), body: { a: 1 } }, /multipart/],
  [
    'a multipart type inside another',
    { ...typed('text/plain; x=multipart/form-data'), body: 'a' },
    /multipart/,
  ],
  ['a stream', { body: { pipe: () => {} } as never }, /streamed/],
  ['a stream of the web', { body: { getReader: () => {} } }, /streamed/],
  ['a Blob', { body: new Blob(['a']) }, /streamed/],
  ['what is read piece by piece', { body: (async function* () {})() }, /streamed/],
])('%s is refused, with a way out', async (_kind, options, message) => {
  const signing = authenticate({ method: 'POST', url, ...options });
  await expect(signing).rejects.toThrow(CannotSignError);
  await expect(signing).rejects.toThrow(message);
  await expect(signing).rejects.toThrow(/Send .* JSON/);
  await expect(signing).rejects.toMatchObject({ httpCode: 'CannotSign', name: 'CannotSignError' });
});
