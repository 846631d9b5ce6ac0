/** Longest text of the service that is passed on. */
const longestMessage = 500;

/**
 * Hides secrets in a text that came from outside: those given, and whatever looks like a Volcengine access key
 * id or a signature. The gateway echoes the key in some of its errors.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter((secret) => secret !== '')
    // A longer one first: it may begin with a shorter one, and its rest would stay.
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
    .replace(/\bAKLT[\w+/=-]{8,}/g, '***')
    .replace(/\b[0-9a-f]{64}\b/gi, '***');
  return hidden.length > longestMessage ? `${hidden.slice(0, longestMessage).toWellFormed()}…` : hidden;
}

/** Deeper than anything that is read of an answer; what lies deeper is dropped. */
const deepest = 6;

/** Hides secrets in all texts of a JSON value. */
export function redactAll(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return undefined;
  if (Array.isArray(value)) return value.map((member) => redactAll(member, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, redactAll(member, secrets, depth + 1)]),
  );
}
