/** What kind of value it is, such as `Object`, `Array`, `Map` or `Date`, whichever realm it comes from. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
