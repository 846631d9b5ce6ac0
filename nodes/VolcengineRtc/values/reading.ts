/**
 * What a value of an item becomes as a member of a request: JSON text, nothing, or what is wrong with it; with a code
 * where that has one of its own.
 */
export type Reading = { json: string } | { problem: string; code?: string } | undefined;

/** Reads a value that is given. */
export type ReadValue = (value: unknown) => Reading;
