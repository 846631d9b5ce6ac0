import { shortened } from '../../../../credentials/request/shortened';

test('a text of up to 100 characters stays, and of a longer one the first 100', () => {
  expect(shortened('a'.repeat(100))).toBe('a'.repeat(100));
  expect(shortened(`${'a'.repeat(100)}b`)).toBe(`${'a'.repeat(100)}…`);
});
