import type { Column } from '../../operations/column';
import { plainNames } from './plainNames';

/** Items of a run have the same few fields; names beyond these are worked out each time. */
const rememberedNames = 1000;

/** Pairs the fields of items with columns by name. */
export class FieldNames {
  /** Fields that no column took, in the order in which they came up; the first thousand. */
  readonly unused = new Set<string>();

  private readonly plainName = plainNames();

  private readonly columnOfPlainName = new Map<string, number>();

  /** Which column each name that came up goes to; undefined for none. */
  private readonly known = new Map<string, number | undefined>();

  /** The item that was asked for last, and its names: to list those of a large one takes a while. */
  private json: object | undefined;

  private names: readonly string[] = [];

  /** The names that were matched last, and the fields among them that fit each column. */
  private matched: readonly string[] = [];

  private fields: readonly string[][];

  constructor(columns: readonly Column[]) {
    columns.forEach((column, at) => {
      for (const name of namesOf(column)) this.columnOfPlainName.set(this.plainName(name) as string, at);
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
      const column = this.columnOf(name);
      if (column !== undefined) (this.fields[column] as string[]).push(name);
      else if (this.unused.size < rememberedNames) this.unused.add(name);
    }
    return this.fields;
  }

  /** The names of an item's fields. */
  namesOf(json: object): readonly string[] {
    if (json !== this.json) {
      this.json = json;
      this.names = Object.keys(json);
    }
    return this.names;
  }

  private columnOf(name: string): number | undefined {
    if (this.known.has(name)) return this.known.get(name);
    const plain = this.plainName(name);
    const column = plain === undefined ? undefined : this.columnOfPlainName.get(plain);
    if (this.known.size < rememberedNames) this.known.set(name, column);
    return column;
  }
}

/** What a field for a column may be called: as by the API, or as by the editor, with or without the parenthesis. */
function namesOf({ id, displayName, otherNames = [] }: Column): string[] {
  const labels = [displayName, ...otherNames];
  return [id, ...labels, ...labels.map((label) => label.replace(/ \(.*\)$/, ''))];
}

function areSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, at) => name === others[at]);
}
