import type { IDataObject } from 'n8n-workflow';
import type { ApiError, Reply, RowResult } from '../send';

/** The secrets of the credential, which no text may show; empty where a field is not set. */
export interface Secrets {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** Longest texts that are passed on, in UTF-16 units. */
const longest = { message: 500, requestId: 200, code: 100, host: 255 };

/** Shorter secrets are hidden only where they stand alone: `1` is in half of all words. */
const shortestInsideWords = 8;

/**
 * A text from outside in a form that people may see: without secrets, without control and invisible characters, and
 * no longer than `most` UTF-16 units. The gateway repeats the access key in some of its errors.
 *
 * Hidden are the secrets given, and whatever looks like a Volcengine access key id or a signature.
 */
export function textForPeople(text: string, most: number, secrets: readonly string[]): string {
  const shown = redact(text.replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\u2028\u2029]/gu, ' '), secrets);
  return shown.length > most ? `${shown.slice(0, most).toWellFormed()}…` : shown.toWellFormed();
}

function redact(text: string, secrets: readonly string[]): string {
  return (
    secrets
      .filter((secret) => secret !== '')
      // A longer one first: it may begin with a shorter one, and its rest would stay.
      .sort((a, b) => b.length - a.length)
      .reduce(hide, text)
      .replace(/\bAKLT[\w+/=-]{8,}/g, '***')
      .replace(/\b[0-9a-f]{64}\b/gi, '***')
  );
}

function hide(text: string, secret: string): string {
  if (secret.length >= shortestInsideWords) return text.replaceAll(secret, '***');
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(new RegExp(`(?<!\\w)${escaped}(?!\\w)`, 'g'), '***');
}

/**
 * A reply as people may see it. What its errors mean, and which users they are about, has been read before, so that no
 * hidden text can change it.
 */
export function replyForPeople(reply: Reply, secrets: Secrets): Reply {
  if (reply.kind === 'stopped') return reply;
  const shown = (text: string, most: number) => textForPeople(text, most, Object.values(secrets) as string[]);
  const errorForPeople = ({ meaning, code, message, description }: ApiError): ApiError => ({
    meaning,
    ...(code !== undefined && { code: shown(code, longest.code) }),
    message: shown(message, longest.message),
    ...(description !== undefined && { description: shown(description, longest.message) }),
  });
  const { requestId, redirectHost, proxyHost } = reply;
  const texts = {
    ...(requestId !== undefined && { requestId: shown(requestId, longest.requestId) }),
    ...(redirectHost !== undefined && { redirectHost: shown(redirectHost, longest.host) }),
    ...(proxyHost !== undefined && { proxyHost: shown(proxyHost, longest.host) }),
  };
  if (reply.kind === 'failure') return { ...reply, ...texts, error: errorForPeople(reply.error) };
  const forPeople = (row: RowResult): RowResult =>
    'error' in row ? { error: errorForPeople(row.error) } : maskedData(row, secrets);
  const rows = new Map([...reply.rows].map(([id, row]) => [id, forPeople(row)]));
  return { ...reply, ...texts, rows };
}

/**
 * What the service returns for a row comes out as it is: people wrote it, and an id may look like anything. Only a whole
 * value that is the secret key or the session token is hidden.
 */
function maskedData({ data }: { data?: IDataObject }, { secretAccessKey, sessionToken }: Secrets): RowResult {
  if (data === undefined) return {};
  const hidden = [secretAccessKey, sessionToken].filter(({ length }) => length >= shortestInsideWords);
  return { data: masked(data, hidden) as IDataObject };
}

function masked(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value === 'string') return hidden.includes(value) ? '***' : value;
  if (Array.isArray(value)) return value.map((member) => masked(member, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, masked(member, hidden)]));
}
