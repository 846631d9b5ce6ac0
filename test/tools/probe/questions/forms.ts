import { shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import type { Exchange } from '../client/Client';
import { asText } from '../client/reply';
import { isRefused } from '../client/verdict';

const actions = [
  'RegisterUsers',
  'UnRegisterUsers',
  'BatchUpdateUser',
  'BatchUpdateUserTags',
  'UserBroadcast',
];

/** What the exchanges of each action show, as far as there are any that show something. */
function byAction(exchanges: readonly Exchange[], read: (ofAction: Exchange[]) => string[]): string {
  const found = actions.flatMap((action) => {
    const seen = [...new Set(read(exchanges.filter((exchange) => exchange.action === action)))];
    return seen.length === 0 ? [] : [`${action} ${seen.join(' or ')}`];
  });
  return found.length === 0 ? 'None was seen.' : `${found.join('; ')}.`;
}

/** These send nothing: the answers are in what the others have seen. */
export const forms: readonly Question[] = [
  {
    asks: 'What is Result where there is nothing to report?',
    async ask({ client }) {
      return byAction(client.exchanges, (ofAction) =>
        ofAction
          .filter((exchange) => !isRefused(exchange) && exchange.failed.length === 0)
          .map(({ result }) => shown(result)),
      );
    },
  },
  {
    asks: 'How are ids written in FailedInfos?',
    async ask({ client }) {
      return byAction(client.exchanges, (ofAction) =>
        ofAction.flatMap(({ failed }) => failed.map(({ idIs }) => `as ${idIs}`)),
      );
    },
  },
  {
    asks: 'What does ResponseMetadata say of action, service and region?',
    async ask({ client }) {
      const known = client.exchanges.filter(({ error, metadata }) => metadata !== undefined && !error);
      const isOwn = known.every(({ action, metadata }) => metadata?.Action === action);
      const values = (member: string) =>
        [...new Set(known.map(({ metadata }) => asText(metadata?.[member]) || 'left out'))].join(', ');
      return `Action is ${isOwn ? 'always' : 'not always'} that of the request; Service: ${values('Service')}; Region: ${values('Region')}.`;
    },
  },
];
