import { parseFieldPath } from '../../../nodes/VolcengineRtc/pipeline/reading/fieldPath';
import { growth, linear } from './growth';

test.each<[kind: string, make: (length: number) => string]>([
  ['blanks', (length) => `={{ $json.a${' '.repeat(length)}x }}`],
  ['a long name', (length) => `={{ $json.${'a'.repeat(length)}! }}`],
  ['many names', (length) => `={{ $json${'.a'.repeat(length / 2)}! }}`],
  ['many names and blanks', (length) => `={{ $json${'. a '.repeat(length / 4)}! }}`],
  ['a text that is not closed', (length) => `={{ $json["${'a'.repeat(length)} }}`],
])('the time to parse %s grows no faster than their length', (_kind, make) => {
  expect(growth(100_000, make, parseFieldPath)).toBeLessThan(linear);
});
