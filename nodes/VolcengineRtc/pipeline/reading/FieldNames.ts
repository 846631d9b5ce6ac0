import type { Column } from '../../operations/column';
import { plainNames } from './plainNames';

/** The most unused fields that are kept in mind: an item may have hundreds of thousands. */
const mostUnused = 1000;

/** Pairs the fields of items with columns by name. */
export class FieldNames {
  /** Fields that no column took, in the order in which they came up; the first thousand. */
  readonly unused = new Set<string>();

  private readonly plainName = plainNames();

  private readonly columnOfPlainName = new Map<string | undefined, number>();

  /** The item that was asked for last, and its names: to list those of a large one takes a while. */
  private last?: { json: object; names: readonly string[] };

  /** The names that were matched last, and the fields among them that fit each column. */
  private matched?: readonly string[];

  private fields: readonly string[][];

  constructor(columns: readonly Column[]) {
    columns.forEach((column, at) => {
      for (const name of namesOf(column)) this.columnOfPlainName.set(this.plainName(name), at);
    });
    this.fields = columns.map(() => []);
  }

  /** The fields that fit each column. Items with the same names as the one before are the quickest. */
  match(json: object): readonly string[][] {
    const names = this.namesOf(json);
    if (areSame(names, this.matched)) return this.fields;
    this.matched = names;
    this.fields = this.fields.map(() => []);
    for (const name of names) {
      const column = this.columnOfPlainName.get(this.plainName(name));
      if (column !== undefined) (this.fields[column] as string[]).push(name);
      else if (this.unused.size < mostUnused) this.unused.add(name);
    }
    return this.fields;
  }

  /** The names of an item's fields. */
  namesOf(json: object): readonly string[] {
    if (json !== this.last?.json) this.last = { json, names: Object.keys(json) };
    return this.last.names;
  }
}

/** What a field for a column may be called: as by the API, or as by the editor, with or without the parenthesis. */
function namesOf({ id, displayName, otherNames = [] }: Column): string[] {
  const labels = [displayName, ...otherNames];
  return [id, ...labels, ...labels.map((label) => label.replace(/ \(.*\)$/, ''))];
}

function areSame(names: readonly string[], others: readonly string[] | undefined): boolean {
  return names.length === others?.length && names.every((name, at) => name === others[at]);
}
