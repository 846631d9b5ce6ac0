/** Ids on two sides of a comparison. */
export interface Comparison {
  read: number;
  registered: readonly string[];
  failed: number;
  /** The ids that the service says it registered, if it says so. */
  ledger?: readonly string[];
}

/** What does not add up, in words; empty when every row is accounted for. */
export function discrepancies({ read, registered, failed, ledger }: Comparison): string[] {
  const found: string[] = [];
  if (registered.length + failed !== read) {
    found.push(`${read} rows were read, but ${registered.length} + ${failed} came out`);
  }
  if (ledger === undefined) return found;
  const [inFile, inLedger] = [new Set(registered), new Set(ledger)];
  const notRegistered = registered.filter((id) => !inLedger.has(id));
  const notReported = ledger.filter((id) => !inFile.has(id));
  if (notRegistered.length > 0) found.push(`the service does not know ${notRegistered.join(', ')}`);
  if (notReported.length > 0) found.push(`registered, but missing in the file: ${notReported.join(', ')}`);
  if (inFile.size !== registered.length) found.push('an id occurs twice among the registered users');
  return found;
}
