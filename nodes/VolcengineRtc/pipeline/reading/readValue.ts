import type { Column } from '../../operations/column';
import type { Reading } from '../../values/reading';
import { isGiven } from '../../values/isGiven';
import { expressionProblem } from './expressionErrors';
import type { ValueReader } from './valueReader';

/** Reads a value that an item gives a column; what cannot be had or read is a problem of the item. */
export function readValue(valueOf: ValueReader, itemIndex: number, read: Column['read']): Reading {
  let given: unknown;
  try {
    given = valueOf(itemIndex);
  } catch (error) {
    return expressionProblem('its expression failed', error);
  }
  return readGiven(given, read);
}

/** Reads a value, unless it gives nothing. */
export function readGiven(value: unknown, read: Column['read']): Reading {
  try {
    return isGiven(value) ? read(value) : undefined;
  } catch (error) {
    return expressionProblem('it cannot be read', error);
  }
}
