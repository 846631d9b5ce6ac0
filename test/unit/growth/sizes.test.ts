import { FieldNames } from '../../../nodes/VolcengineRtc/pipeline/reading/FieldNames';
import { readExtension } from '../../../nodes/VolcengineRtc/values/extension';
import { readTags } from '../../../nodes/VolcengineRtc/values/tags';
import { cpuMsOf } from './cpuMsOf';

/** Processor time of work on input that is made anew each time, the best of several rounds; a millisecond at least. */
function bestOf<Input>(make: () => Input, work: (input: Input) => void): number {
  const rounds = Array.from({ length: 3 }, () => cpuMsOf(work, make()));
  return Math.max(1, Math.min(...rounds));
}

const kibibyte = 1024;

test.each([
  ['tags of commas', ',', readTags],
  ['tags in quotes', '"a",', readTags],
  ['an extension of escaped quotes', '\\"', readExtension],
  ['an extension of lists', '[', readExtension],
])('16 MiB of %s are refused in no more time than the largest that are read take', (_kind, piece, read) => {
  const textOf = (length: number) => () =>
    `${read === readExtension ? '{"a":' : ''}${piece.repeat(length / piece.length)}`.slice(0, length);
  const largest = bestOf(textOf(64 * kibibyte), read);
  expect(bestOf(textOf(16 * kibibyte * kibibyte), read) / largest).toBeLessThan(5);
});

test('an item of 200,000 fields is mapped by name in one pass: in about the time that Node.js copies it in', () => {
  const columns = ['UserId', 'NickName', 'Tags'].map((id) => ({
    id,
    displayName: id,
    type: 'string' as const,
    required: false,
    read: () => undefined,
  }));
  const item = () => Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`field ${at}`, at]));
  const copying = bestOf(item, (json) => ({ ...json }));
  const mapping = bestOf(item, (json) => {
    const names = new FieldNames(columns);
    names.match(json);
    names.namesOf(json);
  });
  // The benchmark has 1.0 for a whole run.
  expect(mapping / copying).toBeLessThan(3);
});
