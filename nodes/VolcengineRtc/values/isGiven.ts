import { trimInvisible } from './invisible';
import { maxTextBytes } from './size';

/**
 * Whether an item gives a value at all: null, an empty list, and text with nothing to be seen in it give none.
 */
export function isGiven(value: unknown): boolean {
  if (typeof value === 'string') return value.length > maxTextBytes || trimInvisible(value) !== '';
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
