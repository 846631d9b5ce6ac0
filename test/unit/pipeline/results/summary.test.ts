import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { updateUsers } from '../../../../nodes/VolcengineRtc/operations/updateUsers';
import { summarize } from '../../../../nodes/VolcengineRtc/pipeline/results/summary';

const one = { users: { done: 1, doneBefore: 1, failed: 1 }, requests: 1, retries: 1, seconds: 0.04 };
const many = { users: { done: 40, doneBefore: 3, failed: 0 }, requests: 3, retries: 2, seconds: 12.25 };
const none = new Set<string>();

test('a run is summed up in one line, with one and many told apart', () => {
  expect(summarize(registerUsers, one, false, none)).toBe(
    '1 user newly registered, 1 already registered, 1 failed (1 request, 1 retry, 0.0 s).',
  );
  expect(summarize(registerUsers, many, false, none)).toBe(
    '40 users newly registered, 3 already registered, 0 failed (3 requests, 2 retries, 12.3 s).',
  );
});

test('a run that only checked says that nothing was sent', () => {
  expect(summarize(registerUsers, one, true, none)).toBe(
    'Checked only, nothing was sent: 1 user valid in 1 request, 1 failed.',
  );
  expect(summarize(registerUsers, many, true, none)).toBe(
    'Checked only, nothing was sent: 40 users valid in 3 requests, 0 failed.',
  );
});

/** What is said after the numbers. */
const namesOf = (fields: Iterable<string>) =>
  summarize(registerUsers, one, false, new Set(fields)).split(' s). ')[1];

test('fields that no column took are named, ten of them at most', () => {
  expect(namesOf(['avatar', 'phone'])).toBe('Fields not used: avatar, phone.');
  const fields = Array.from({ length: 13 }, (_, at) => `f${at}`);
  expect(namesOf(fields)).toBe('Fields not used: f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 and 3 more.');
});

test('names of fields are shortened, and never HTML', () => {
  expect(namesOf(['x'.repeat(1000)])).toBe(`Fields not used: ${'x'.repeat(40)}….`);
  expect(namesOf(['<a href="//evil">&'])).toBe('Fields not used: &#60;a href="//evil"&#62;&#38;.');
  expect(namesOf(['\ud83d'])).toBe('Fields not used: \ufffd.');
});

test('an operation that finds nobody as wanted already has two groups', () => {
  expect(summarize(updateUsers, one, false, none)).toBe(
    '1 user updated, 1 failed (1 request, 1 retry, 0.0 s).',
  );
});
