import { shorten } from '../../values/quote';
import type { Operation } from '../../operations/operation';
import type { UserCount } from './UserCounter';

/** Fields that the hint names at most. */
const shownFields = 10;

/** What a run came to, in numbers. */
export interface Tally {
  users: UserCount;
  requests: number;
  retries: number;
  seconds: number;
}

/** Sums a run up for the output panel: its users, and the fields that no column took. */
export function summarize(
  { words }: Operation,
  { users: { done, doneBefore, failed }, requests, retries, seconds }: Tally,
  validateOnly: boolean,
  unusedFields: ReadonlySet<string>,
): string {
  const before = words.doneBefore === undefined ? '' : `${doneBefore} ${words.doneBefore}, `;
  const sum = validateOnly
    ? `Checked only, nothing was sent: ${count(done, words.one)} valid in ${count(requests, 'request')}, ${failed} failed.`
    : `${count(done, words.one)} ${words.doneNow}, ${before}${failed} failed ` +
      `(${count(requests, 'request')}, ${count(retries, 'retry', 'retries')}, ${seconds.toFixed(1)} s).`;
  return unusedFields.size === 0 ? sum : `${sum} Fields not used: ${listOf(unusedFields)}.`;
}

function listOf(fields: ReadonlySet<string>): string {
  const names = [...fields].slice(0, shownFields).map(showName);
  const more = fields.size - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** The editor shows a hint as HTML, and names of fields come from strangers. */
function showName(name: string): string {
  return shorten(name).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
