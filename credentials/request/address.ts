import { CannotSignError } from './CannotSignError';
import { shortened } from './shortened';

/**
 * Reads a web address as it is meant.
 *
 * @param entered what a person entered of it, for the message
 * @throws CannotSignError for what is no http(s) URL, for one with a user name or password, and for line breaks, tabs
 * and backslashes, which a URL parser drops or turns into slashes
 */
export function parseAddress(text: string, entered = text): URL {
  if (/[\t\n\r]/.test(text)) {
    throw new CannotSignError(`The address ${shown(text)} has a line break or a tab inside.`, 'Remove it.');
  }
  if (/^[^?#\\]*\\/.test(text)) {
    throw new CannotSignError(`The address ${shown(text)} has a backslash in it.`, 'Use / instead.');
  }
  // A URL parser also finds a host behind one slash or three, where a person meant none.
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) {
    throw new CannotSignError(
      `${shown(entered)} is not a web address.`,
      "Check the credential's Endpoint; it looks like https://rtc.volcengineapi.com.",
    );
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw new CannotSignError(
      'The address has a user name or password in it, which takes the place of the signature.',
      "Remove it from the credential's Endpoint or the URL.",
    );
  }
  return url;
}

/** For a message: without what stands before an `@`, which may be a password, and without the query. */
function shown(text: string): string {
  const userInfo = text.lastIndexOf('@');
  const address = (userInfo < 0 ? text : `…${text.slice(userInfo + 1)}`).replace(/[?#].*/s, '');
  return JSON.stringify(shortened(address));
}
