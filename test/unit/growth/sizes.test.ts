import { FieldNames } from '../../../nodes/VolcengineRtc/pipeline/reading/FieldNames';
import { readExtension } from '../../../nodes/VolcengineRtc/values/extension';
import { readTags } from '../../../nodes/VolcengineRtc/values/tags';
import { timesAsLong } from './timesAsLong';

const kibibyte = 1024;

test.each([
  ['tags of commas', ',', readTags],
  ['tags in quotes', '"a",', readTags],
  ['an extension of escaped quotes', '\\"', readExtension],
  ['an extension of lists', '[', readExtension],
])('16 MiB of %s are refused in no more time than the largest that are read take', (_kind, piece, read) => {
  const textOf = (length: number) => () =>
    `${read === readExtension ? '{"a":' : ''}${piece.repeat(length / piece.length)}`.slice(0, length);
  const [refused, largest] = [16 * kibibyte * kibibyte, 64 * kibibyte].map((length) => ({
    make: textOf(length),
    work: read,
  }));
  expect(timesAsLong(refused!, largest!, 5)).toBeLessThan(5);
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
  const copying = { make: item, work: (json: object) => ({ ...json }) };
  const mapping = {
    make: item,
    work: (json: Record<string, number>) => {
      const names = new FieldNames(columns);
      names.match(json);
      names.namesOf(json);
    },
  };
  // The benchmark has 1.0 for a whole run.
  expect(timesAsLong(mapping, copying, 3)).toBeLessThan(3);
});
