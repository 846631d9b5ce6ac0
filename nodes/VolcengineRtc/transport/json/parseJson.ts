import { readJson } from './readJson';

/** Integers with as many digits may be larger than a number can hold exactly. */
const manyDigits = 16;

/**
 * Where no number has so many digits, JSON.parse loses none; it is about ten times as quick. Digits right behind a quote
 * are the beginning of a text, such as a request's id.
 */
const mayHaveLongInteger = /(?:^|[\s[:,-])\d{16}/;

const byteOrderMark = '\ufeff';

/**
 * Parses JSON without loss: integers of 16 digits and more come as text of digits. A byte order mark in front is
 * skipped; everything else is as JSON.parse reads it.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  return mayHaveLongInteger.test(json) ? readJson(json, { toNumber }) : JSON.parse(json);
}

function toNumber(literal: string): string | number {
  const digits = literal.startsWith('-') ? literal.length - 1 : literal.length;
  return digits < manyDigits || /[.eE]/.test(literal) ? Number(literal) : literal;
}
