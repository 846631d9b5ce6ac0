/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { join } from 'node:path';

/** One of n8n's own nodes, as a workflow stores it. */
export interface Step {
  name: string;
  type: string;
  typeVersion: number;
  parameters: Record<string, unknown>;
}

const base = (name: string, type: string, typeVersion: number, parameters: Step['parameters']): Step => ({
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  parameters,
});

/** Reads a CSV file into an item for each row. */
export function csvRows(folder: string, file: string): Step[] {
  return [
    base('Read', 'readWriteFile', 1, { operation: 'read', fileSelector: pathOf(folder, file), options: {} }),
    base('Extract', 'extractFromFile', 1, {
      operation: 'csv',
      binaryPropertyName: 'data',
      options: { includeEmptyCells: true },
    }),
  ];
}

/** Reads a JSON file with a list into an item for each of its members. */
export function jsonRows(folder: string, file: string): Step[] {
  return [
    base('Read', 'readWriteFile', 1, { operation: 'read', fileSelector: pathOf(folder, file), options: {} }),
    base('Extract', 'extractFromFile', 1, {
      operation: 'fromJson',
      binaryPropertyName: 'data',
      destinationKey: 'rows',
      options: {},
    }),
    base('Split', 'splitOut', 1, { fieldToSplitOut: 'rows', options: {} }),
  ];
}

/** A Code node that returns a list of JSON. */
export function codeRows(expression: string): Step[] {
  return [base('Code', 'code', 2, { mode: 'runOnceForAllItems', jsCode: `return ${expression};` })];
}

/** Keeps nothing of the items but these fields, each from an expression that yields text. */
export function onlyFields(fields: Record<string, string>): Step {
  const assignments = Object.entries(fields).map(([name, value]) => ({
    id: name,
    name,
    value,
    type: 'string',
  }));
  return base('Edit Fields', 'set', 3.4, { assignments: { assignments }, options: {} });
}

/** Lets the items pass for which an expression yields true. */
export function onlyWhere(expression: string): Step {
  const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
  return base('Filter', 'filter', 2, {
    conditions: {
      options: { caseSensitive: true, leftValue: '', typeValidation: 'strict' },
      conditions: [{ id: 'only', leftValue: expression, rightValue: '', operator: isTrue }],
      combinator: 'and',
    },
    options: {},
  });
}

/** Writes the items into a CSV file, an object's members in columns of their own. */
export function csvFile(folder: string, file: string): Step[] {
  return [
    base(`Convert to ${file}`, 'convertToFile', 1.1, {
      operation: 'csv',
      binaryPropertyName: 'data',
      options: { fileName: file },
    }),
    base(`Write ${file}`, 'readWriteFile', 1, {
      operation: 'write',
      fileName: pathOf(folder, file),
      dataPropertyName: 'data',
      options: {},
    }),
  ];
}

/** With slashes, which a file selector wants on every system. */
const pathOf = (folder: string, file: string) => join(folder, file).replaceAll('\\', '/');
