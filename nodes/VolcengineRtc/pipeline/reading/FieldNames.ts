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
  private matched?: { names: readonly string[]; fields: readonly string[][] };

  constructor(private readonly columns: readonly Column[]) {
    columns.forEach((column, at) => {
      for (const name of namesOf(column)) this.columnOfPlainName.set(this.plainName(name), at);
    });
  }

  /** The fields that fit each column. Items with the same names as the one before are the quickest. */
  match(json: object): readonly string[][] {
    const names = this.namesOf(json);
    if (this.matched === undefined || !areSame(names, this.matched.names)) {
      this.matched = { names, fields: this.pair(names) };
    }
    return this.matched.fields;
  }

  /** The names of an item's fields. */
  namesOf(json: object): readonly string[] {
    if (json !== this.last?.json) this.last = { json, names: Object.keys(json) };
    return this.last.names;
  }

  private pair(names: readonly string[]): readonly string[][] {
    const fields: string[][] = this.columns.map(() => []);
    for (const name of names) {
      const column = this.columnOfPlainName.get(this.plainName(name));
      if (column !== undefined) (fields[column] as string[]).push(name);
      else if (this.unused.size < mostUnused) this.unused.add(name);
    }
    return fields;
  }
}

/** What a field for a column may be called: as by the API, or as by the editor, with or without the parenthesis. */
function namesOf({ id, displayName }: Column): string[] {
  return [id, displayName, displayName.replace(/ \(.*\)$/, '')];
}

function areSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, at) => name === others[at]);
}
