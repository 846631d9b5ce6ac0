import fc from 'fast-check';
import { registerUsers } from '../../nodes/VolcengineRtc/operations/registerUsers';
import { isSameMember } from '../../nodes/VolcengineRtc/operations/column';
import { readExtension } from '../../nodes/VolcengineRtc/values/extension';
import { readInteger } from '../../nodes/VolcengineRtc/values/integer';
import { readTags } from '../../nodes/VolcengineRtc/values/tags';
import { readText } from '../../nodes/VolcengineRtc/values/text';
import { readUrl } from '../../nodes/VolcengineRtc/values/url';
import { jsonOf, problemOf } from '../support/values/reading';

const id = fc.oneof(
  fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }),
  fc.bigInt({ min: 0n, max: 100n }),
  fc.bigInt({ min: 9_007_199_254_740_990n, max: 9_007_199_254_741_000n }),
);
const anyText = fc.string({ unit: 'binary', maxLength: 100 });
const text = anyText.filter((candidate) => candidate.isWellFormed());

/** White space, and what takes no room. */
const unseen = fc.string({
  unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u200b', '\u200e', '\u2060', '\ufeff'),
  maxLength: 3,
});

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

test('every id that there is goes through digit for digit', () => {
  fc.assert(
    fc.property(id, fc.nat({ max: 5 }), unseen, (value, zeros, space) => {
      expect(jsonOf(readInteger(value))).toBe(String(value));
      const digits = '0'.repeat(zeros) + String(value);
      expect(jsonOf(readInteger(space + digits + space))).toBe(String(value));
      const fullWidth = digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
      expect(jsonOf(readInteger(space + fullWidth + space))).toBe(String(value));
    }),
  );
});

test('every exact number from 0 on is an id', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(jsonOf(readInteger(value))).toBe(BigInt(value).toString());
    }),
  );
});

test('no number that has lost digits, or is below 0, is an id', () => {
  const larger = fc.double({ min: 2 ** 53, noNaN: true });
  const fraction = fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value));
  fc.assert(
    fc.property(
      fc.oneof(
        larger,
        fraction,
        fc.maxSafeInteger().filter((value) => value < 0),
      ),
      (value) => {
        expect(problemOf(readInteger(value))).toBeDefined();
      },
    ),
  );
});

test('no integer beyond 64 bits is an id', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 9_223_372_036_854_775_808n, max: 10n ** 40n }), (value) => {
      expect(problemOf(readInteger(String(value)))).toMatch(/larger than/);
      expect(problemOf(readInteger(String(-value)))).toMatch(/not an integer/);
    }),
  );
});

test('text goes through without the white space around it, unless it holds half a character', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const reading = readText(100)(value);
      if (value.isWellFormed()) expect(parsed(jsonOf(reading)) ?? '').toBe(value.trim());
      else expect(problemOf(reading)).toMatch(/half of a character/);
    }),
  );
});

test('the length of text is that of its characters', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 100 }), (value, limit) => {
      expect(problemOf(readText(limit)(value)) === undefined).toBe([...value.trim()].length <= limit);
    }),
  );
});

test('what cannot be seen is ignored around a URL, and refused within', () => {
  const visible = fc.webUrl();
  fc.assert(
    fc.property(visible, unseen, unseen, fc.nat(), (url, before, after, place) => {
      expect(parsed(jsonOf(readUrl(5000)(before + url + after)))).toBe(url);
      const at = 1 + (place % (url.length - 1));
      const problem = problemOf(readUrl(5000)(url.slice(0, at) + before + url.slice(at)));
      expect(problem === undefined).toBe(before === '');
    }),
  );
});

/** A tag without what cannot be seen around it; the last characters of flags of emoji can. */
function withoutUnseen(value: string): string {
  const around = /^(?:(?![\u{E0020}-\u{E007F}])[\s\p{Cf}])+|(?:(?![\u{E0020}-\u{E007F}])[\s\p{Cf}])+$/gu;
  return value.replace(around, '');
}

test('tags in a list and in a JSON list are the texts in it that are not empty', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (tags) => {
      const given = tags.map(withoutUnseen).filter((tag) => tag !== '');
      const expected = given.length === 0 ? undefined : given;
      expect(parsed(jsonOf(readTags(tags)))).toEqual(expected);
      expect(parsed(jsonOf(readTags(JSON.stringify(tags))))).toEqual(expected);
    }),
  );
});

test('tags in text are what is between its commas', () => {
  const tag = text.map((value) => withoutUnseen(value.replace(/[,，]/g, '')));
  const tags = fc.array(
    tag.filter((value) => !/^[[{"]|^$/.test(value)),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(tags, fc.constantFrom(',', ', ', ' ,\n', '，', '\u200b， '), (given, comma) => {
      expect(parsed(jsonOf(readTags(given.join(comma))))).toEqual(given);
    }),
  );
});

test('tags in quotes, and in an array of Postgres, may hold anything', () => {
  const tag = text.map(withoutUnseen).filter((value) => value !== '');
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 8 }), (tags) => {
      const quoted = tags.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
      expect(parsed(jsonOf(readTags(quoted)))).toEqual(tags);
      const elements = tags.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',');
      expect(parsed(jsonOf(readTags(`{${elements}}`)))).toEqual(tags);
    }),
  );
});

test('an extension has the members given, as text, whether it comes as an object or as JSON text', () => {
  const exact = (value: number) => !Number.isInteger(value) || Number.isSafeInteger(value);
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter(exact));
  const members = fc.dictionary(text, fc.oneof(text, number, fc.boolean()), { minKeys: 1, maxKeys: 8 });
  fc.assert(
    fc.property(members, (extension) => {
      const expected = Object.entries(extension).map(([name, value]) => [name, String(value)]);
      for (const given of [extension, JSON.stringify(extension)]) {
        expect(Object.entries(parsed(jsonOf(readExtension(given))) as object)).toEqual(expected);
      }
    }),
  );
});

test('an extension and tags say the same in any order', () => {
  const [, , tags, , ext] = registerUsers.rows.columns;
  const members = fc.dictionary(text, text, { minKeys: 1, maxKeys: 8 });
  fc.assert(
    fc.property(members, members, (one, other) => {
      const reversed = Object.fromEntries(Object.entries(one).reverse());
      const json = (value: object) => jsonOf(ext!.read(value));
      expect(isSameMember(ext!, json(one), json(reversed))).toBe(true);
      expect(isSameMember(ext!, json(one), json(other))).toBe(
        Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]),
      );
      const list = jsonOf(tags!.read(Object.keys(one)));
      expect(isSameMember(tags!, list, jsonOf(tags!.read(Object.keys(reversed))))).toBe(true);
    }),
  );
});

/** What can come out of an item or an expression; a bigint only by itself, as JSON has none. */
const anything = fc.oneof(
  fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
  fc.anything({ withBoxedValues: true, withObjectString: true, withNullPrototype: true }),
  fc.json(),
  fc.bigInt(),
  fc.constantFrom(Symbol('a'), () => {}, '__proto__', '[', '{', '{"__proto__":1}', '{a,"b"}', '"', NaN, -0),
);

test.each([...registerUsers.rows.columns])(
  'whatever the column $id is given, it says JSON, nothing or a problem',
  ({ read }) => {
    fc.assert(
      fc.property(anything, (value) => {
        const reading = read(value);
        const problem = problemOf(reading);
        if (problem !== undefined) expect(problem).not.toBe('');
        else expect(() => parsed(jsonOf(reading))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  },
);
