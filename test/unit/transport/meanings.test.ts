import {
  type Consequence,
  consequenceOf,
  consequences,
  type Meaning,
} from '../../../nodes/VolcengineRtc/transport/meanings';

type Row = [
  meaning: Meaning,
  kind: Consequence['kind'],
  next: Consequence['next'],
  mayBeDone: boolean,
  retryable: boolean,
  from: Consequence['from'],
  ends: Consequence['ends'],
];

const rows: Row[] = [
  ['throttled', 'throttled', 'again', false, true, 'throttledService', undefined],
  ['userTooFrequent', 'throttled', 'again', false, true, 'service', undefined],
  ['quotaUsedUp', 'throttled', 'none', false, true, 'service', 'run'],
  ['transient', 'unavailable', 'again', true, true, 'service', undefined],
  ['unprocessed', 'unavailable', 'again', false, true, 'service', undefined],
  ['invalidResult', 'unavailable', 'again', true, true, 'service', undefined],
  ['foreignPage', 'unavailable', 'again', true, true, 'elsewhere', undefined],
  ['notVolcengine', 'unavailable', 'again', false, true, 'elsewhere', undefined],
  ['noConnection', 'unavailable', 'again', false, true, 'elsewhere', undefined],
  ['noAnswer', 'unavailable', 'again', true, true, 'none', undefined],
  ['tooLate', 'unavailable', 'again', true, true, 'none', undefined],
  ['existingUser', 'rejected', 'halve', false, false, 'service', undefined],
  ['vanishedUser', 'rejected', 'halve', false, true, 'service', undefined],
  ['missingUser', 'rejected', 'halve', false, false, 'service', undefined],
  ['rejectedUser', 'rejected', 'halve', false, false, 'service', undefined],
  ['rejectedRequest', 'rejected', 'halve', false, false, 'service', undefined],
  ['unknownKey', 'rejected', 'none', false, true, 'service', 'run'],
  ['wrongSecret', 'rejected', 'none', false, true, 'service', 'run'],
  ['wrongScope', 'rejected', 'none', false, true, 'service', 'run'],
  ['wrongToken', 'rejected', 'none', false, true, 'service', 'run'],
  ['wrongClock', 'rejected', 'none', false, true, 'service', 'run'],
  ['noPermission', 'rejected', 'none', false, true, 'service', 'run'],
  ['noSuchApi', 'rejected', 'none', false, true, 'service', 'run'],
  ['unknownApp', 'rejected', 'none', false, true, 'service', 'app'],
  ['disabledApp', 'rejected', 'none', false, true, 'service', 'app'],
  ['foreignApp', 'rejected', 'none', false, true, 'service', 'app'],
  ['unsendable', 'notSent', 'none', false, true, 'none', 'run'],
];

test.each(rows)(
  'after %s a user is %s, the next step is %s, done perhaps: %p, worth a later run: %p, by: %s, ends: %s',
  (meaning, kind, next, mayBeDone, retryable, from, ends) => {
    const { isAboutUser, ...consequence } = consequenceOf(meaning);
    expect(consequence).toEqual({ kind, next, mayBeDone, retryable, from, ends });
    expect(isAboutUser === true).toBe(meaning.endsWith('User'));
  },
);

test('the table has these rows and no others', () => {
  expect(Object.keys(consequences).sort()).toEqual(rows.map(([meaning]) => meaning).sort());
});
