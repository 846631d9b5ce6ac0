/** A request as it came over the wire, whole. Texts of the head hold one byte per character (latin1). */
export interface Received {
  method: string;
  path: string;
  /** What follows the first question mark of the target, undecoded. */
  rawQuery: string;
  target: string;
  /** Names in lower case; the values of a repeated name are joined by commas. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
  /** True when the body was over the limit; it is then not kept. */
  tooLarge: boolean;
}
