import type { Keys } from './keys';
import { asObject, type Reply } from './reply';

/** Shorter texts are in half of all words. */
const shortestInsideWords = 6;

/** What must not come out of a probe, in its output or in its report. */
export class Secrets {
  private readonly texts = new Set<string>();

  constructor({ accessKeyId, secretAccessKey, sessionToken }: Keys) {
    for (const text of [accessKeyId, secretAccessKey, sessionToken]) this.add(text);
  }

  add(text: string): void {
    if (text !== '') this.texts.add(text);
  }

  /**
   * A text without secrets, however JSON or a URL spells them, and without what looks like an access key id, a signature
   * or an account's id, where it stands beside that word or in a resource name (`trn:iam::2100000001:root`).
   */
  mask(text: string): string {
    return (
      [...this.texts]
        // A longer one first: it may begin with a shorter one, and its rest would stay.
        .sort((one, other) => other.length - one.length)
        .reduce((masked, secret) => masked.replace(spellingsOf(secret), '***'), text)
        .replace(/\bAKLT[\w+/=-]{8,}/g, '***')
        .replace(/\b[0-9a-f]{64}\b/gi, '***')
        .replace(/(account[^0-9]{0,20})[0-9]{4,}/gi, '$1***')
        .replace(/(trn:\w+:[\w-]*:)[0-9]+/gi, '$1***')
    );
  }

  /** A reply without secrets, before any text of it is cut short and with it a secret. */
  maskReply(reply: Reply): Reply {
    const { text, failure, error, result } = reply;
    return {
      ...reply,
      text: this.mask(text),
      ...(failure !== undefined && { failure: this.mask(failure) }),
      ...(error && { error: { ...error, message: this.mask(error.message) } }),
      result: this.maskValue(result),
    };
  }

  private maskValue(value: unknown): unknown {
    if (typeof value === 'string') return this.mask(value);
    if (Array.isArray(value)) return value.map((member) => this.maskValue(member));
    const members = asObject(value);
    if (members === undefined) return value;
    return Object.fromEntries(
      Object.entries(members).map(([name, member]) => [name, this.maskValue(member)]),
    );
  }
}

/** JSON may write any character as `\u003d` and some with a backslash, a URL any as `%3D`. */
function spellingsOf(secret: string): RegExp {
  const spelt = secret.split('').map((character) => {
    const hex = character.charCodeAt(0).toString(16);
    const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    return `(?:\\\\?${plain}|\\\\u${hexOf(hex, 4)}|%${hexOf(hex, 2)})`;
  });
  const isShort = secret.length < shortestInsideWords;
  return new RegExp(isShort ? `(?<!\\w)${spelt.join('')}(?!\\w)` : spelt.join(''), 'g');
}

/** Hex digits in small letters or in capitals. */
function hexOf(hex: string, length: number): string {
  return hex.padStart(length, '0').replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
