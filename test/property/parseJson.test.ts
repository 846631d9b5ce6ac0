import fc from 'fast-check';
import { LosslessNumber, parse } from 'lossless-json';
import { parseJson } from '../../nodes/VolcengineRtc/transport/json/parseJson';
import { readJson } from '../../nodes/VolcengineRtc/transport/json/readJson';

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

test('one of them alone comes as text, whatever stands in front of it', () => {
  const space = fc.stringMatching(/^[ \t\r\n]{0,2}$/);
  const place = fc.constantFrom(
    ['', ''],
    ['[', ']'],
    ['[1,', ']'],
    ['{"a":', '}'],
    ['["b",', ',"c"]'],
    ['\ufeff', ''],
  );
  const digits = fc.bigInt({ min: 10n ** 15n, max: 10n ** 20n }).map(String);
  fc.assert(
    fc.property(digits, place, fc.constantFrom('', '-'), space, (id, [before, after], sign, blank) => {
      const json = `${before}${blank}${sign}${id}${blank}${after}`;
      expect(JSON.stringify(parseJson(json))).toContain(`"${sign}${id}"`);
    }),
    { numRuns: 1000 },
  );
});

test('every safe integer is a number or, where it is long, text that says the same', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (id) => {
      expect(Number(parseJson(String(id)))).toBe(id);
    }),
  );
});

/** Numbers as they may be written. */
const literal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat({ max: 9 })).map(String),
    fc.option(
      fc.stringMatching(/^\d{1,20}$/).map((digits) => `.${digits}`),
      { nil: '' },
    ),
    fc.option(fc.stringMatching(/^[eE][+-]?\d{1,4}$/), { nil: '' }),
  )
  .map((parts) => parts.join(''));

/** What `read` makes of a text, to the last member; or that it is no JSON. */
function resultOf(read: (text: string) => unknown, json: string): unknown {
  try {
    return read(json);
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error;
  }
}

const asJson = (json: string) => readJson(json, { toNumber: Number });

/** JSON texts, most of them broken by a change or two. */
const nearlyJson = fc
  .record({
    json: fc.oneof(
      value.map((given) => JSON.stringify(given, undefined, 1)),
      literal.map((digits) => `[${digits}, {"a": ${digits}}]`),
      fc.constantFrom('{"a":1,"b":[2,{"c":null}],"a":true}', '["\\u00e9\\n\\"", "", -0.5e-3]'),
    ),
    changes: fc.array(
      fc.record({
        at: fc.nat({ max: 60 }),
        cut: fc.nat({ max: 2 }),
        put: fc.oneof(fc.constantFrom('', ...'[]{},:"\\-+.0e \n\u00a0\ufeff'), fc.string({ maxLength: 2 })),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ json, changes }) =>
    changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), json),
  );

const soup = fc.string({ unit: fc.constantFrom(...'[]{},:"\\-+.01eEtrufalsn \n', 'true', 'null') });

test('what is JSON, and what it says, is as JSON.parse has it', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyJson, soup, fc.string()), (json) => {
      const expected = resultOf(JSON.parse, json);
      expect(resultOf(asJson, json)).toStrictEqual(expected);
      expect(JSON.stringify(resultOf(asJson, json))).toBe(JSON.stringify(expected));
    }),
    { numRuns: 5000 },
  );
});

test('numbers are handed on as they are written', () => {
  const values = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 3 },
      literal,
      literal,
      fc.constantFrom('"1.10"', 'true', 'null'),
      fc.array(tie('text'), { maxLength: 4 }).map((texts) => `[${texts.join(' , ')}]`),
      fc
        .array(tie('text'), { maxLength: 4 })
        .map((texts) => `{${texts.map((text, at) => `"n${at}":${text}`).join(',')}}`),
    ),
  })).text;
  const toNumber = (digits: string) => new LosslessNumber(digits);
  fc.assert(
    fc.property(values, (json) => {
      expect(readJson(json, { toNumber })).toStrictEqual(parse(json));
    }),
    { numRuns: 1000 },
  );
});
