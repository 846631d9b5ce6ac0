import { expiresAfter, extension, inbox } from '../../../nodes/VolcengineRtc/operations/broadcast/options';

test.each([
  [undefined, '86400'],
  [1, '1'],
  ['604800', '604800'],
])('a message expires after %p', (given, json) => {
  expect(expiresAfter.read(given)).toEqual({ json });
});

test.each([0, 604_801, 1.5, '', ' ', 'soon', null, true, NaN])(
  'a message does not expire after %p',
  (given) => {
    expect(expiresAfter.read(given)).toHaveProperty('problem');
  },
);

test('an inbox that was not chosen is left to the service', () => {
  expect(inbox.read(undefined)).toBeUndefined();
  expect(inbox.read(0)).toEqual({ json: '0' });
  expect(inbox.read(-1)).toHaveProperty('problem');
});

test('an extension is read as that of a user', () => {
  expect(extension.read(undefined)).toBeUndefined();
  expect(extension.read('')).toBeUndefined();
  expect(extension.read('{"a":1}')).toEqual({ json: '{"a":"1"}' });
  expect(extension.read('[1]')).toHaveProperty('problem');
});
