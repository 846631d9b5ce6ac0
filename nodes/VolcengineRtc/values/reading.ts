/** What a value of an item becomes as a member of a request: JSON text, nothing, or what is wrong with it. */
export type Reading = { json: string } | { problem: string } | undefined;

/** Reads a value that is given. */
export type ReadValue = (value: unknown) => Reading;
