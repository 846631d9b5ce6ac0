import { contentOf, type JsonContainer, put } from './jsonContainer';
import { JsonError } from './JsonError';
import { endOfJsonNumber } from './jsonNumber';
import { readJsonString } from './jsonString';

/** How a text is read where JSON leaves a choice. */
export interface JsonReading {
  /** The value of a number, given as it is written. */
  toNumber(literal: string): unknown;
  /** Whether a character that is none of JSON's own white space may stand between tokens. */
  isSpace?(character: string): boolean;
}

const words = { true: true, false: false, null: null } as const;

/** Stands for a value whose end has not been read yet. */
const unfinished = Symbol('unfinished');

/**
 * Reads JSON as JSON.parse does, but for the numbers, which the caller makes. It takes time in proportion to the length
 * of the text, and lists what is open itself, so that no depth overflows the stack.
 *
 * @throws JsonError
 */
export function readJson(text: string, reading: JsonReading): unknown {
  return new JsonReader(text, reading).read();
}

class JsonReader {
  private at = 0;

  private readonly open: JsonContainer[] = [];

  constructor(
    private readonly text: string,
    private readonly reading: JsonReading,
  ) {}

  read(): unknown {
    let value: unknown = unfinished;
    while (value === unfinished) {
      const next = this.readValue();
      value = next === unfinished ? next : this.close(next);
    }
    if (this.nextToken() !== undefined) this.fail('the end of the text');
    return value;
  }

  /** Reads a value whole, or the beginning of a list or an object that has something in it. */
  private readValue(): unknown {
    switch (this.nextToken()) {
      case '[':
        return this.begin({ list: [] }, ']');
      case '{':
        return this.begin({ object: {}, name: '' }, '}');
      case '"':
        return this.readString();
      default:
        return this.readNumberOrWord();
    }
  }

  private begin(open: JsonContainer, end: string): unknown {
    this.at += 1;
    if (this.nextToken() === end) {
      this.at += 1;
      return contentOf(open);
    }
    this.open.push(open);
    if ('object' in open) open.name = this.readName();
    return unfinished;
  }

  /** Puts a value into what it is in, and that into what it is in itself, as far as they end here. */
  private close(value: unknown): unknown {
    let closed = value;
    for (let inner = this.open.at(-1); inner !== undefined; inner = this.open.at(-1)) {
      put(inner, closed);
      if (this.goesOn(inner)) return unfinished;
      this.open.pop();
      closed = contentOf(inner);
    }
    return closed;
  }

  /** Reads what follows a value: a comma and, in an object, a name; or the end. */
  private goesOn(inner: JsonContainer): boolean {
    const end = 'list' in inner ? ']' : '}';
    const token = this.nextToken();
    if (token !== ',' && token !== end) this.fail(`"," or "${end}"`);
    this.at += 1;
    if (token === end) return false;
    if ('object' in inner) inner.name = this.readName();
    return true;
  }

  private readName(): string {
    if (this.nextToken() !== '"') this.fail('a name in double quotes');
    const name = this.readString();
    if (this.nextToken() !== ':') this.fail('":"');
    this.at += 1;
    return name;
  }

  private readString(): string {
    const { value, end } = readJsonString(this.text, this.at);
    this.at = end;
    return value;
  }

  private readNumberOrWord(): unknown {
    const end = endOfJsonNumber(this.text, this.at);
    if (end > this.at) {
      const literal = this.text.slice(this.at, end);
      this.at = end;
      return this.reading.toNumber(literal);
    }
    const word = Object.keys(words).find((name) => this.text.startsWith(name, this.at));
    if (word === undefined) return this.fail('a value');
    this.at += word.length;
    return words[word as keyof typeof words];
  }

  /** The character after any white space; undefined at the end. */
  private nextToken(): string | undefined {
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || !this.isSpace(character)) return character;
      this.at += 1;
    }
  }

  private isSpace(character: string): boolean {
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') return true;
    return this.reading.isSpace !== undefined && this.reading.isSpace(character);
  }

  private fail(expected: string): never {
    throw new JsonError(this.text, this.at, expected);
  }
}
