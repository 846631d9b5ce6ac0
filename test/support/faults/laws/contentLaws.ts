import { batchSizeOf } from '../bounds';
import { messageBody, profileOf, tagsOf } from '../content';
import { factsOf } from '../facts';
import type { ItemPlan } from '../items';
import type { Play } from '../play';
import type { Sent } from '../Recorder';
import { placeOfRow } from './histories';
import { demand, type Law } from './law';

const describe = ({ action, body }: Sent) => `${action} ${JSON.stringify(body)}`;

const sorted = (members: object) =>
  JSON.stringify(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));

function planOf(play: Play, { group }: Sent, userId: unknown): ItemPlan {
  return play.script.items[placeOfRow(play, group, userId as string)] as ItemPlan;
}

/** What holds for what is in a request. */
export const contentLaws: Record<string, Law> = {
  'only actions of the operation are sent': ({ recorder, script }) => {
    const own: readonly string[] = factsOf(script).actions;
    for (const sent of recorder.sent) demand(own.includes(sent.action), () => describe(sent));
  },

  'a request is for users of one app, no more than the batch size, in input order and each once': (play) => {
    for (const sent of play.recorder.sent) {
      const { action, group, userIds } = sent;
      const places = userIds.map((id) => placeOfRow(play, group, id));
      // Those who exist already come up in the order in which the service says so.
      const isFirst = action === factsOf(play.script).actions[0];
      const order = isFirst ? places : places.toSorted((a, b) => a - b);
      const isSorted = order.every((place, at) => at === 0 || place > (order[at - 1] as number));
      demand(
        order.every((place) => place >= 0),
        () => `unknown users ${describe(sent)}`,
      );
      const isFull = order.length > 0 && order.length <= batchSizeOf(play.script, action);
      demand(isSorted && isFull, () => describe(sent));
    }
  },

  'what is sent is as the API wants it': ({ recorder }) => {
    for (const { objection } of recorder.sent) demand(objection === undefined, () => String(objection));
  },

  'a user goes out as its first item has it': (play) => {
    for (const sent of play.recorder.sent) {
      for (const { UserId, ...members } of sent.users) {
        const expected = profileOf(planOf(play, sent, UserId), sent.action);
        demand(sorted(members) === sorted(expected), () => describe(sent));
      }
    }
  },

  'tags are added where they are to be added, and removed where they are to be removed': (play) => {
    const op = { addUserTags: '0', removeUserTags: '1' }[play.script.operation as string];
    if (op === undefined) return;
    for (const sent of play.recorder.sent) {
      const { AppId, UserIds, ...more } = sent.body;
      const tags = sent.userIds.map((id) => tagsOf(planOf(play, sent, id)).toSorted());
      const isRight = tags.every((some) => sorted({ Tags: some, Op: op }) === sorted(more));
      demand(isRight && AppId === sent.appId && UserIds !== undefined, () => describe(sent));
    }
  },

  'ids are all that a request has where nothing more is asked for': ({ recorder, script }) => {
    if (factsOf(script).items !== 'ids') return;
    for (const sent of recorder.sent) {
      demand(Object.keys(sent.body).toSorted().join() === 'AppId,UserIds', () => describe(sent));
    }
  },

  'a message goes out as its item has it': ({ recorder, script, expected }) => {
    if (factsOf(script).items !== 'messages') return;
    for (const sent of recorder.sent) {
      const isOf = script.items.some(
        (plan, index) =>
          expected[index]?.role === 'first' &&
          sorted(messageBody(plan, index, script.options)) === sorted(sent.body),
      );
      demand(isOf, () => describe(sent));
    }
  },
};
