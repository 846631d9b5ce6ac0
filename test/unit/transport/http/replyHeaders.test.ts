import { readHeaders } from '../../../../nodes/VolcengineRtc/transport/http/replyHeaders';

const now = Date.parse('2025-03-29T18:09:37Z');
const tenMinutesMs = 600_000;

test('headers that say nothing give nothing', () => {
  expect(readHeaders({}, now)).toStrictEqual({});
  expect(readHeaders({ server: 'nginx' }, now)).toStrictEqual({});
});

test.each([
  ['3', 3000],
  [' 0.5 ', 500],
  ['1.25', 1250],
  ['0', 0],
  ['123456789012345', 123_456_789_012_345_000],
  ['1234567890123456', undefined],
  ['3 days', undefined],
  ['in 3', undefined],
  ['1.2.3', undefined],
  ['Sat, 29 Mar 2025 18:09:47 GMT', 10_000],
  ['Sat, 29 Mar 2025 18:00:00 GMT', 0],
  ['Saturday, 29-Mar-25 18:09:47 GMT', 10_000],
  ['Wednesday, 02-Apr-25 18:09:37 GMT', 4 * 86_400_000],
  ['Friday, 29-Mar-75 18:09:47 GMT', Date.parse('2075-03-29T18:09:47Z') - now],
  ['Sat Mar 29 18:09:47 2025', 10_000],
  ['Tue Apr  1 18:09:37 2025', 3 * 86_400_000],
  ['Tue Apr 1 18:09:37 2025', 3 * 86_400_000],
  ['Tue Apr   1 18:09:37 2025', undefined],
  ['Sat, 29 Foo 2025 18:09:47 GMT', undefined],
  ['Sat, 29 Mar 2025 18:09:47 CET', undefined],
  ['Sat, 29 Mar 2025 18:09:47 GMT and so on', undefined],
  ['not before Sat, 29 Mar 2025 18:09:47 GMT', undefined],
  ['Saturday, 29-Mar-25 18:09:47 GMT and so on', undefined],
  ['not before Saturday, 29-Mar-25 18:09:47 GMT', undefined],
  ['Sat Mar 29 18:09:47 2025 and so on', undefined],
  ['not before Sat Mar 29 18:09:47 2025', undefined],
  ['2025-03-29T18:09:47Z', undefined],
  ['soon', undefined],
  ['-1', undefined],
  ['', undefined],
  [undefined, undefined],
  [['1', '2'], undefined],
])('Retry-After %j means %j ms', (value, expected) => {
  expect(readHeaders({ 'retry-after': value }, now).retryAfterMs).toBe(expected);
});

test.each([
  ['ahead', tenMinutesMs],
  ['behind', -tenMinutesMs],
])(
  'a service whose clock is ten minutes %s and asks for three seconds is waited for three seconds',
  (_, offMs) => {
    const at = (ms: number) => new Date(now + offMs + ms).toUTCString();
    const headers = { date: at(0), 'retry-after': at(3000) };
    expect(readHeaders(headers, now)).toStrictEqual({ retryAfterMs: 3000, clockAheadMs: -offMs });
  },
);

test.each([
  ['Sat, 29 Mar 2025 18:09:37 GMT', 0],
  [' Sat, 29 Mar 2025 17:09:37 GMT ', 3_600_000],
  ['Sat, 29 Mar 2025 19:09:37 GMT', -3_600_000],
  ['Sat Mar 29 19:09:37 2025', -3_600_000],
  ['yesterday', undefined],
  [undefined, undefined],
])('with the Date %j our clock is %j ms ahead', (date, expected) => {
  expect(readHeaders({ date }, now).clockAheadMs).toBe(expected);
});

test.each([
  ['https://login.example.com/sign-in?next=%2F', 'login.example.com'],
  [' http://10.0.0.1:3128/ ', '10.0.0.1:3128'],
  ['//login.example.com/', undefined],
  ['/sign-in', undefined],
  ['mailto:admin@example.com', undefined],
  ['http://', undefined],
  ['', undefined],
  [undefined, undefined],
  [['https://a.example.com/'], undefined],
])('the Location %j leads to %j', (location, expected) => {
  expect(readHeaders({ location }, now).redirectHost).toBe(expected);
  expect('redirectHost' in readHeaders({ location }, now)).toBe(expected !== undefined);
});

test.each([
  ['1.1 proxy.example.com:3128 (squid/6.6)', 'proxy.example.com:3128'],
  ['HTTP/1.1 proxy', 'proxy'],
  ['1.1 inner, 2 outer.example.com', 'outer.example.com'],
  ['  1.0   fred  ', 'fred'],
  [`1.1 ${'x'.repeat(600)}, 1.1 near`, 'near'],
  [`1.1 ${'x'.repeat(600)}`, undefined],
  ['proxy', undefined],
  ['see 1.1 proxy', undefined],
  ['', undefined],
  [undefined, undefined],
])('the Via %j names the proxy %j', (via, expected) => {
  expect(readHeaders({ via }, now).proxyHost).toBe(expected);
  expect('proxyHost' in readHeaders({ via }, now)).toBe(expected !== undefined);
});
