/** What is wrong with a value, in words that go on after its name. */
export interface Problem {
  problem: string;
  /** What to do about it: a sentence without its full stop. */
  remedy?: string;
  /** Set where the failure has a code of its own. */
  code?: string;
}

/** What a value of an item becomes as a member of a request: JSON text, nothing, or what is wrong with it. */
export type Reading = { json: string } | Problem | undefined;

/** Reads a value that is given. */
export type ReadValue = (value: unknown) => Reading;

/** A problem and its remedy as one text, without the full stop at its end. */
export function problemText({ problem, remedy }: Problem): string {
  return remedy === undefined ? problem : `${problem}. ${remedy}`;
}
