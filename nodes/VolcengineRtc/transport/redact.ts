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
