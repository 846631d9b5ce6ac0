import { DateTime } from 'luxon';

/** A moment as n8n's nodes and expressions have it, and what is no moment at all. */
export const dates = {
  date: new Date('2026-03-01T08:30:00.000Z'),
  luxon: DateTime.fromISO('2026-03-01T16:30:00.000+08:00', { setZone: true }),
  luxonText: '2026-03-01T16:30:00.000+08:00',
  dateText: '2026-03-01T08:30:00.000Z',
  invalid: [new Date(NaN), DateTime.invalid('no reason')],
};
