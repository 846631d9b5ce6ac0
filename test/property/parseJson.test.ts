import fc from 'fast-check';
import { parseJson } from '../../nodes/VolcengineRtc/transport/parseJson';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.bigInt({ min: 10n ** 15n }).map((digits) => `"\\${digits}, ${digits}"`),
);

/** Numbers as replies have them: integers, and decimals of a few digits. */
const number = fc.oneof(
  fc.integer(),
  fc.integer().map((value) => value / 1000),
  fc.constantFrom(1e21, 1.5e-7, -0),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    number,
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

test('JSON without long integers is as JSON.parse reads it', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2, '\t'), (given, indent) => {
      const json = JSON.stringify(given, undefined, indent);
      expect(parseJson(json)).toEqual(JSON.parse(json));
    }),
    { numRuns: 500 },
  );
});

test('every integer of 16 digits and more comes as text with all of them, wherever it stands', () => {
  const longInteger = fc.bigInt({ min: 10n ** 15n, max: 10n ** 60n }).chain((n) => fc.constantFrom(n, -n));
  fc.assert(
    fc.property(longInteger, text, value, (id, name, other) => {
      const json = `{"a":[${id}, ${id}],${JSON.stringify(`b${name}`)}:${id},"other":${JSON.stringify(other)}}`;
      const digits = String(id);
      expect(parseJson(json)).toEqual({
        ...(JSON.parse(json.replaceAll(`:${id}`, ':0')) as object),
        a: [digits, digits],
        [`b${name}`]: digits,
        other: JSON.parse(JSON.stringify(other)),
      });
    }),
  );
});

test('every safe integer is a number or, where it is long, text that says the same', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (id) => {
      expect(Number(parseJson(String(id)))).toBe(id);
    }),
  );
});
