/* eslint-disable @n8n/community-nodes/no-restricted-imports -- makes a context of its own, as n8n's sandboxes do */
import { runInNewContext } from 'node:vm';
import { dateText } from '../../../nodes/VolcengineRtc/values/date';
import { dates } from './dates';

test.each<[kind: string, date: unknown, text: string]>([
  ['a Date', dates.date, dates.dateText],
  ['a Date of another context', runInNewContext('new Date(0)'), '1970-01-01T00:00:00.000Z'],
  ['a DateTime of Luxon', dates.luxon, dates.luxonText],
])('%s has its ISO text', (_kind, date, text) => {
  expect(dateText(date)).toEqual({ text });
});

test.each(dates.invalid.map((date) => ({ date })))('an invalid date has a problem: $date', ({ date }) => {
  expect(dateText(date)).toEqual({ problem: 'it is an invalid date' });
});

test.each([
  undefined,
  null,
  0,
  '2026-03-01',
  {},
  [],
  { isLuxonDateTime: true },
  { isLuxonDateTime: true, toISO: '2026-03-01' },
  { isLuxonDateTime: 'true', toISO: (): string => '' },
  { toISO: (): string => '2026-03-01' },
])('%p is no date', (value) => {
  expect(dateText(value)).toBeUndefined();
});

test('what only claims to be a Date is none', () => {
  expect(() => dateText({ [Symbol.toStringTag]: 'Date' })).not.toThrow();
});
