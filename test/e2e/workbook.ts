/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { zip } from './zip';

/** A cell as a spreadsheet keeps it: a date is the number of days since 1899-12-30, with a format. */
export type Cell = string | number | boolean | { date: number } | undefined;

/** Writes a workbook of one sheet, with the parts that Excel writes: shared texts, and styles for dates. */
export function writeWorkbook(path: string, rows: ReadonlyArray<readonly Cell[]>): void {
  const texts: string[] = [];
  const sheet = sheetOf(rows, texts);
  writeFileSync(
    path,
    zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': stringsOf(texts) }),
  );
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const kinds = {
  worksheet: 'worksheets/sheet1.xml',
  styles: 'styles.xml',
  sharedStrings: 'sharedStrings.xml',
};

/** What is the same in every workbook. Style 1 shows dates. */
const parts = {
  '[Content_Types].xml': `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${Object.entries(
    kinds,
  )
    .map(([kind, part]) => `<Override PartName="/xl/${part}" ContentType="${spreadsheet}.${kind}+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relationships}">${Object.entries(kinds)
    .map(([kind, part], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${part}"/>`)
    .join('')}</Relationships>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function sheetOf(rows: ReadonlyArray<readonly Cell[]>, texts: string[]): string {
  const lines = rows.map((cells, row) => {
    const xml = cells.map((cell, column) =>
      cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`, texts),
    );
    return `<row r="${row + 1}">${xml.join('')}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, place: string, texts: string[]): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="1"><v>${cell.date}</v></c>`;
}

function stringsOf(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`);
  return `${head}<sst xmlns="${main}" count="${texts.length}" uniqueCount="${texts.length}">${items.join('')}</sst>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
