import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import type { NodeSettings } from '../support/engine/nodeParameters';
import { registerUsers } from '../support/engine/registerUsers';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(async () => await emulator.close());

type Row = Record<string, unknown>;

const columns = ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext', 'IsRobot'];

let nextId = 1000;
const withId = (row: Row): Row => ({ UserId: String((nextId += 1)), ...row });

/** Registers rows, mapped by name and one by one, and gives the profiles or the messages in their order. */
async function tryRows(rows: Row[], settings: NodeSettings): Promise<unknown[]> {
  const items = rows.map((row) => ({ json: withId(row) as IDataObject }));
  const { success, failed, error } = await registerUsers(emulator, items, {
    ...settings,
    options: { existingUsers: 'succeed' },
  });
  expect(error).toBeUndefined();
  const seen: unknown[] = [];
  for (const { json, pairedItem } of [...success, ...failed]) {
    const outcome = json.outcome as { userId?: string; message?: string };
    const profile = outcome.message ?? emulator.ledger.find(sampleAppId, outcome.userId ?? '')?.profile;
    seen[(pairedItem as { item: number }).item] = profile;
  }
  return seen;
}

describe.each([
  { how: 'mapped by name', settings: { columns: 'auto' } as NodeSettings },
  { how: 'mapped one by one', settings: {} },
])('$how', ({ settings }) => {
  const expectAll = async (cases: Array<[row: Row, expected: unknown]>) => {
    const seen = await tryRows(
      cases.map(([row]) => row),
      settings,
    );
    expect(seen).toEqual(cases.map(([, expected]) => expected));
  };

  test('dates are their ISO text, in every column that takes text', async () => {
    const date = new Date('2026-03-01T08:30:00.000Z');
    const luxon = DateTime.fromISO('2026-03-01T16:30:00.000+08:00', { setZone: true });
    const iso = ['2026-03-01T08:30:00.000Z', '2026-03-01T16:30:00.000+08:00'];
    await expectAll(
      [date, luxon].flatMap((value, at): Array<[Row, unknown]> => [
        [{ NickName: value }, { NickName: iso[at] }],
        [{ Tags: [value, 'a'] }, { Tags: [iso[at], 'a'] }],
        [{ Tags: value }, { Tags: [iso[at]] }],
        [{ Portrait: value }, { Portrait: iso[at] }],
        [{ Ext: { since: value } }, { Ext: { since: iso[at] } }],
        [{ UserId: value }, expect.stringContaining(`"${iso[at]}" is not an integer`)],
        [{ IsRobot: value }, expect.stringContaining('is neither true nor false')],
        [{ Ext: value }, expect.stringContaining('is not an object')],
      ]),
    );
  });

  test('invalid dates are refused in every column', async () => {
    const invalid = new Date(NaN);
    await expectAll([
      ...columns.map((column): [Row, unknown] => [
        { [column]: invalid },
        expect.stringMatching(`^${column}: `),
      ]),
      [{ NickName: invalid }, 'NickName: it is an invalid date.'],
      [{ Ext: { since: invalid } }, 'Ext: its member "since": it is an invalid date.'],
    ]);
  });

  test('numbers that are not exact are refused in every column', async () => {
    const numbers = [2 ** 60, -(2 ** 60), NaN, Infinity];
    await expectAll([
      ...numbers.flatMap((number) =>
        columns.flatMap((column): Array<[Row, unknown]> => [
          [{ [column]: number }, expect.stringMatching(`^${column}: `)],
        ]),
      ),
      [
        { NickName: 2 ** 60 },
        expect.stringMatching(/^NickName: the number 1152921504606847000 is too large/),
      ],
      [{ Tags: ['a', 2 ** 60] }, expect.stringMatching(/^Tags: in one tag, the number .* has lost digits/)],
      [
        { Ext: { id: 2 ** 60 } },
        expect.stringMatching(/^Ext: its member "id": the number .* has lost digits/),
      ],
      [{ Ext: { id: Infinity } }, expect.stringMatching(/^Ext: its member "id": Infinity is not a number/)],
    ]);
  });

  test('numbers in JSON text stay as they are written', async () => {
    const written = ['1.10', '12345678901234567.5', '1e400', '9007199254740993', '-0'];
    await expectAll(
      written.flatMap((number): Array<[Row, unknown]> => [
        [{ Ext: `{"a":${number}}` }, { Ext: { a: number } }],
        [{ Tags: `[${number}]` }, { Tags: [number] }],
      ]),
    );
  });

  test('tags come in many forms', async () => {
    await expectAll([
      [{ Tags: 'a，b' }, { Tags: ['a', 'b'] }],
      [{ Tags: 'a, b，c' }, { Tags: ['a', 'b', 'c'] }],
      [{ Tags: '{a,b}' }, { Tags: ['a', 'b'] }],
      [{ Tags: '{a,"b, c",NULL}' }, { Tags: ['a', 'b, c'] }],
      [{ Tags: '{}' }, {}],
      [{ Tags: '"a","b, c"' }, { Tags: ['a', 'b, c'] }],
      [{ Tags: 'a、b;c' }, { Tags: ['a、b;c'] }],
      [
        { Tags: '{"a":1,"b":2}' },
        expect.stringMatching(/^Tags: "\{"a":1,"b":2\}" is not a list of tags: pass/),
      ],
      [{ Tags: '{{a},{b}}' }, expect.stringContaining('is not a list of tags')],
      [{ Tags: '["a"' }, expect.stringMatching(/^Tags: it is not valid JSON: it ends at position 4/)],
    ]);
  });

  test('invisible characters are ignored around values, named within ids, flags and URLs, and kept within text', async () => {
    const marks = ['\u200b', '\ufeff', '\u200e', '\u00a0', '\u2060'];
    await expectAll(
      marks.flatMap((mark, at): Array<[Row, unknown]> => {
        const code = `(U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`;
        return [
          [{ UserId: `${mark}9${at}1${mark}`, NickName: 'Ann' }, { NickName: 'Ann' }],
          [{ IsRobot: `${mark}yes${mark}` }, { IsRobot: true }],
          [{ Tags: `${mark}vip${mark},${mark}a${mark}b` }, { Tags: ['vip', `a${mark}b`] }],
          [{ Portrait: `${mark}https://example.com/a${mark}` }, { Portrait: 'https://example.com/a' }],
          [{ Ext: `${mark}{${mark}"a":${mark}"b"${mark}}${mark}` }, { Ext: { a: 'b' } }],
          [{ Ext: { a: `${mark}b${mark}` } }, { Ext: { a: `${mark}b${mark}` } }],
          [{ NickName: `a${mark}b` }, { NickName: `a${mark}b` }],
          [{ UserId: `9${mark}1` }, expect.stringMatching(/^UserId: .* is not an integer/)],
          [{ UserId: `9${mark}1` }, expect.stringContaining(code)],
          [{ IsRobot: `ye${mark}s` }, expect.stringContaining(code)],
          [{ Portrait: `https://example.com/${mark}a` }, expect.stringContaining(code)],
        ];
      }),
    );
  });

  test('what gives nothing is left out, in every column', async () => {
    const nothing = ['', ' ', '\t\r\n', '\u00a0\u200b\ufeff', null, undefined, []];
    await expectAll([
      ...nothing.flatMap((value): Array<[Row, unknown]> => [
        [{ NickName: value, Tags: value, Portrait: value, Ext: value, IsRobot: value, other: 'x' }, {}],
        [{ UserId: value, other: 'x' }, expect.stringMatching(/^UserId is missing[:.]/)],
        [{ UserId: value, NickName: value }, 'UserId is missing: the row is empty.'],
      ]),
      [{ Ext: {} }, {}],
      [{ Ext: '{}' }, {}],
      [{ Ext: '[]' }, {}],
      [{ Ext: ' [ ] ' }, {}],
      [
        { NickName: ' Ann ', Portrait: ' a ' },
        { NickName: 'Ann', Portrait: 'a' },
      ],
    ]);
  });

  test('flags are words of several worlds', async () => {
    await expectAll([
      ...['t', 'T', '1.0', '1', 'true', '是', 1].map((value): [Row, unknown] => [
        { IsRobot: value },
        { IsRobot: true },
      ]),
      ...['f', 'F', '0.0', '0', 'false', '否', 0].map((value): [Row, unknown] => [
        { IsRobot: value },
        { IsRobot: false },
      ]),
    ]);
  });

  test('ids are read as people and programs write them', async () => {
    await expectAll([
      [{ UserId: '１０００１', NickName: 'a' }, { NickName: 'a' }],
      [{ UserId: '10002.0', NickName: 'b' }, { NickName: 'b' }],
      [
        { UserId: '1.23E+18' },
        expect.stringMatching(
          /^UserId: "1.23E\+18" has lost digits: a spreadsheet has shortened it\. Format the column as text/,
        ),
      ],
      [{ UserId: '1,23E+18' }, expect.stringContaining('a spreadsheet has shortened it')],
    ]);
    expect(emulator.ledger.find(sampleAppId, '10001')?.profile).toEqual({ NickName: 'a' });
    expect(emulator.ledger.find(sampleAppId, '10002')?.profile).toEqual({ NickName: 'b' });
  });

  test('an extension that is broken JSON says where', async () => {
    await expectAll([
      [
        { Ext: '{"level":"7","city" "Shanghai"}' },
        'Ext: it is not valid JSON: at position 20 there is """ where ":" should be, in "{"level":"7","city" "Shanghai"}": pass an object, or JSON text such as {"level":"7"}.',
      ],
      [
        { Ext: "{'level':7}" },
        expect.stringContaining(`at position 1 there is "'" where a name in double quotes should be`),
      ],
      [{ Ext: '{"level":7' }, expect.stringContaining('it ends at position 10 where "," or "}" should be')],
    ]);
  });

  test('what is too large is refused with its size, in every column', async () => {
    const text = 'x'.repeat(2 ** 24);
    const members = Object.fromEntries(Array.from({ length: 600_000 }, (_, at) => [`m${at}`, at]));
    const list = Array(10_000_000).fill('x');
    await expectAll([
      ...columns.map((column): [Row, unknown] => [
        { [column]: text },
        expect.stringMatching(`^${column}: .{0,200}$`),
      ]),
      ...columns.map((column): [Row, unknown] => [
        { [column]: members },
        expect.stringMatching(`^${column}: .{0,200}$`),
      ]),
      ...columns.map((column): [Row, unknown] => [
        { [column]: list },
        expect.stringMatching(`^${column}: .{0,200}$`),
      ]),
      [
        { Tags: ','.repeat(2 ** 24) },
        'Tags: it has 16777216 characters, and 64 KiB are allowed: shorten it.',
      ],
      [{ Ext: members }, 'Ext: it has 600000 members, and 1000 are allowed: leave some out.'],
      [{ Tags: Array(1001).fill('x') }, 'Tags: it has 1001 tags, and 1000 are allowed: leave some out.'],
      [{ NickName: text }, 'NickName: it has 16777216 characters, and 100 are allowed: shorten it.'],
    ]);
  });
});
