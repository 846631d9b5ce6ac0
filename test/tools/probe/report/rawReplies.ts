import type { Exchange } from '../client/Client';
import { fenced, shortened } from './markdown';

/** Longest texts that are shown, in UTF-16 units. */
const mostCharacters = 4000;

/** A passage for each exchange; requests with the same body that were answered alike share one. */
export function rawReplies(exchanges: readonly Exchange[]): string[] {
  const alike = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { action, body, status, failure, error, failed } = exchange;
    const key = JSON.stringify([action, body, status, failure, error?.code, failed]);
    alike.set(key, [...(alike.get(key) ?? []), exchange]);
  }
  return [...alike.values()].map(([first, ...others]) => passage(first!, others.length));
}

function passage(
  { number, action, body, status, retryAfter, text, failure }: Exchange,
  more: number,
): string {
  const title = `### ${number}. ${action}${more > 0 ? `, and ${more} alike` : ''}\n`;
  const head = failure === undefined ? `HTTP ${status}` : `No answer: ${failure}`;
  const headers = retryAfter === undefined ? '' : `, Retry-After: ${retryAfter}`;
  const sent = body === undefined ? '' : fenced(shortened(body, mostCharacters));
  return [title, sent, `${head}${headers}\n`, text === '' ? '' : fenced(shortened(text, mostCharacters))]
    .filter((part) => part !== '')
    .join('\n');
}
