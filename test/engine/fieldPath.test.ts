import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { parseFieldPath, readFieldPath } from '../../nodes/VolcengineRtc/pipeline/reading/fieldPath';
import { evaluate } from '../support/engine/evaluate';

const common = ['a', 'b c', '昵称', '0'];
const odd = ['ü', 'class', '$x', '_y', '1', 'length', 'constructor', '__proto__', 'toString', "it's"];
const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...common) }, fc.constantFrom(...odd));

const leaf = fc.oneof(
  fc.string(),
  fc.constantFrom('{{ $json.a }}', '=1', '[object Object]', ' x '),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, new Date(0), new Date(NaN)),
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { minKeys: 1, maxKeys: 5 }),
  ),
}));

const item = fc.dictionary(name, tree, { minKeys: 2, maxKeys: 8 }) as fc.Arbitrary<IDataObject>;

const space = fc.constantFrom('', '', ' ', '\n', '\t ');
const stepText = fc
  .tuple(name, fc.constantFrom('.', '"', "'", 'n'), space, space)
  .map(([key, style, before, after]) => {
    if (style === '"') return `${before}[${after}${JSON.stringify(key)}${before}]`;
    if (style === "'") return `${before}[${after}'${key.replace("'", "\\'")}'${before}]`;
    return /^\d+$/.test(key) ? `${before}[${after}${key}]` : `${before}.${after}${key.replace(/[ ']/g, '')}`;
  });
const expression = fc
  .tuple(
    space,
    fc.array(stepText, { minLength: 1, maxLength: 4 }),
    space,
    fc.constantFrom('', '', '', ' ', 'x'),
  )
  .map(([before, steps, after, outside]) => `={{${before}$json${steps.join('')}${after}}}${outside}`);

test('a field that is read without the evaluator has the value that the evaluator finds', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(expression, fc.array(item, { minLength: 1, maxLength: 20 }), async (text, items) => {
      const path = parseFieldPath(text);
      if (path === undefined) return;
      const expected = await evaluate(text, items);
      items.forEach((json, index) => {
        const found = readFieldPath(json, path);
        if (found === undefined) return;
        read += 1;
        expect([text, found.value]).toEqual([text, expected[index]]);
      });
    }),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(500);
});
