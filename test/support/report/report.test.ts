import type { Chart } from './chart';
import { asRatio, withDecimals, withDigits } from './figures';
import { renderConsole } from './renderConsole';
import { renderMarkdown } from './renderMarkdown';
import { renderSvg } from './renderSvg';
import { replaceSection } from './replaceSection';
import { type Table, toRecords } from './table';

const table: Table = {
  columns: [{ title: 'Way' }, { title: 'ms', show: withDecimals(1) }],
  rows: [
    ['short', 1234.56],
    ['a longer one', 7],
  ],
};

const chart: Chart = {
  title: 'How long it takes',
  kind: 'bars',
  axis: 'ms',
  scale: 'linear',
  categories: ['one way', 'another'],
  series: [{ name: 'ms', figures: [1, 2] }],
  show: withDecimals(1),
};

test('figures are written in short', () => {
  expect(withDecimals(0)(1_000_000)).toBe('1,000,000');
  expect(withDigits(0.012345)).toBe('0.0123');
  expect(asRatio(12.345)).toBe('12.3 ×');
});

test('a table for the console has words to the left and figures to the right', () => {
  expect(renderConsole(table)).toBe(
    '  Way                ms\n  short         1,234.6\n  a longer one      7.0\n',
  );
});

test('a table in Markdown has words to the left and figures to the right', () => {
  expect(renderMarkdown(table)).toBe(
    '| Way | ms |\n| :-- | --: |\n| short | 1,234.6 |\n| a longer one | 7.0 |\n',
  );
});

test('a table for other programs has the figures as they were measured', () => {
  expect(toRecords(table)).toEqual([
    { Way: 'short', ms: 1234.56 },
    { Way: 'a longer one', ms: 7 },
  ]);
});

test('only what stands between the markers of a section is replaced', () => {
  const page = 'a\n<!-- begin: x -->\nold\n<!-- end: x -->\n<!-- begin: y -->\n<!-- end: y -->\nb\n';
  expect(replaceSection(page, 'x', '$& new\n')).toBe(
    'a\n<!-- begin: x -->\n\n$& new\n\n<!-- end: x -->\n<!-- begin: y -->\n<!-- end: y -->\nb\n',
  );
});

test.each(['', '<!-- begin: x -->', '<!-- end: x -->', '<!-- end: x --><!-- begin: x -->'])(
  'a page without both markers in order is refused: %s',
  (page) => {
    expect(() => replaceSection(page, 'x', 'new')).toThrow('no section');
  },
);

test.each(['bars', 'lines'] as const)('a chart of %s has its title, its words and a white ground', (kind) => {
  const svg = renderSvg({ ...chart, kind });
  expect(svg).toMatch(/^<svg [^>]*width="860"/);
  expect(svg).toContain('fill="#ffffff"');
  for (const text of [chart.title, ...chart.categories, '1.0', '2.0']) expect(svg).toContain(`>${text}<`);
});
