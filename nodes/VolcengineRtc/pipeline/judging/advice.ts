import type { Explanation } from '../../transport/explanation';
import type { Meaning } from '../../transport/meanings';
import type { Terms } from './terms';

/** What an error means, and how to go on. The service's own words, where it gave some, are added. */
export const advice: Readonly<Partial<Record<Meaning, Explanation | ((terms: Terms) => Explanation)>>> = {
  throttled: ({ allAgain }) => ({
    message: 'The account sent more requests than its limit allows.',
    description: `${capitalized(allAgain)} later, or lower 'Max Requests per Second'.`,
  }),
  quotaUsedUp: {
    message: 'The account has used up its broadcasts of the day, 20 by the documentation.',
    description: 'Send it again tomorrow.',
  },
  vanishedUser: {
    message: 'The user was registered a moment ago, and the update did not find it.',
    description: 'Run this user again if it should be registered.',
  },
  userTooFrequent: {
    message: 'This user was changed too often in a short time.',
    description: 'Run it again later.',
  },
  transient: ({ doubt, again }) => ({
    message: ['The service failed temporarily.', doubt].filter(Boolean).join(' '),
    description: `${capitalized(again)}.`,
  }),
  unprocessed: ({ allAgain }) => ({
    message: 'The service did not process the request.',
    description: `${capitalized(allAgain)}.`,
  }),
  existingUser: (terms) => withRemedy('This user is already registered.', terms.ifFine),
  missingUser: (terms) => withRemedy('No user with this ID is registered in this app.', terms.ifFine),
  unknownKey: {
    message: 'Volcengine does not know this Access Key ID.',
    description: 'Check it in the credential, and that the key is not disabled.',
  },
  wrongSecret: {
    message: 'The Secret Access Key does not belong to this Access Key ID.',
    description: 'Paste it again into the credential.',
  },
  wrongScope: {
    message: 'Volcengine does not accept this key for this region or service.',
    description: 'Check Region and Endpoint in the credential, then the keys.',
  },
  wrongToken: {
    message: 'The Session Token is wrong or has expired.',
    description: 'Put new temporary keys into the credential.',
  },
  noPermission: {
    message: 'The access key may not use this API.',
    description: 'Give its user the policy RTCFullAccess, and activate the IM service in the RTC console.',
  },
  noSuchApi: {
    message: 'The address does not offer this API.',
    description: 'Check the Endpoint and the Region of the credential.',
  },
  unknownApp: {
    message: 'There is no IM app with this App ID.',
    description: 'Look it up in the RTC console under IM; the App ID of an RTC app is a different one.',
  },
  disabledApp: {
    message: 'The IM app is disabled.',
    description: 'Enable it in the RTC console under IM.',
  },
  foreignApp: {
    message: 'The app belongs to another account, or the access key may not use it.',
    description: 'Check the App ID, and that the key is of the account that owns the app.',
  },
};

function withRemedy(message: string, description: string | undefined): Explanation {
  return { message, ...(description !== undefined && { description }) };
}

const noFileLeft =
  'Too many files and connections are open on the machine that runs n8n. Raise its limit of open files (ulimit -n), or run fewer executions at once';

const noPortLeft =
  'The machine that runs n8n has no port or memory left for a connection. Run fewer executions at once';

const forbidden = 'A firewall or another rule of the machine that runs n8n forbids the connection. Allow it';

/** Advice for errors whose cause is the machine that runs n8n, not the network. */
const machineAdvice: ReadonlyMap<string | undefined, string> = new Map([
  ['EMFILE', noFileLeft],
  ['ENFILE', noFileLeft],
  ['EADDRNOTAVAIL', noPortLeft],
  ['ENOBUFS', noPortLeft],
  ['EACCES', forbidden],
  ['EPERM', forbidden],
]);

const networkAdvice = "Check the network, the proxy if there is one, and the credential's Endpoint";

/** How to get a connection; words go on after it. */
export function connectionAdvice(code: string | undefined): string {
  return machineAdvice.get(code) ?? networkAdvice;
}

/** Words at the beginning of a sentence. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
