import { outcomesInOrder } from '../../outcomes/outcomes';
import { wordsIn } from '../content';
import type { Expectation } from '../expectation';
import { factsOf } from '../facts';
import type { Play } from '../play';
import type { Sent } from '../Recorder';
import { demand, type Law } from './law';

/** What says for certain that a message has not gone out, so that it may go out again. */
const certainlyNot = [
  'requestThrottled',
  'noConnection',
  'stranger',
  'fatal',
  'appFatal',
  'unsendable',
  'quotaUsedUp',
];

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

/** The words of a message with its app. */
const rowOf = ({ group, userId }: Expectation) => `${group}/${userId}`;

const ofMessages =
  (holds: (play: Play) => void): Law =>
  (play) => {
    if (factsOf(play.script).items === 'messages') holds(play);
  };

/** What holds for messages. */
export const broadcastLaws: Record<string, Law> = {
  'no message is sent twice': ofMessages(({ ledger, expected }) => {
    const items = countBy(
      expected.filter(({ role }) => role === 'first'),
      rowOf,
    );
    const sent = countBy(ledger.broadcasts, ({ appId, message }) => `${appId}/${wordsIn(message.Content)}`);
    for (const [key, count] of sent) {
      demand(
        count <= (items.get(key) ?? 0),
        () => `${key}: sent ${count} times, for ${items.get(key)} items`,
      );
    }
  }),

  'every message on Success was sent': ofMessages((play) => {
    const outcomes = outcomesInOrder(play);
    const succeeded = countBy(
      play.expected.filter((_, place) => outcomes[place]?.isSuccess),
      rowOf,
    );
    const sent = countBy(
      play.ledger.broadcasts,
      ({ appId, message }) => `${appId}/${wordsIn(message.Content)}`,
    );
    for (const [key, count] of succeeded) demand((sent.get(key) ?? 0) >= count, () => `${key} was not sent`);
  }),

  'identical messages are all sent': ofMessages(({ expected, outputs, recorder, ...play }) => {
    if (outputs === undefined || play.lastRun > 0) return;
    const outcomes = outcomesInOrder({ outputs });
    const attempts = countAttempts(
      expected,
      outcomes.map(({ attempts: count }) => count),
    );
    const requests = countBy(
      recorder.sent.filter(({ told }) => told?.[0] !== 'unsendable'),
      ({ group, userIds }) => `${group}/${userIds[0]}`,
    );
    for (const [key, count] of requests) {
      demand(attempts.get(key) === count, () => `${key}: ${count} requests, ${attempts.get(key)} attempts`);
    }
  }),

  'a message that may have gone out is not sent again': ofMessages(({ recorder, expected }) => {
    const alone = new Set(expected.filter(({ isAlike }) => !isAlike).map(rowOf));
    const last = new Map<string, Sent>();
    for (const sent of recorder.sent) {
      const key = `${sent.group}/${sent.userIds[0]}`;
      const before = last.get(key);
      last.set(key, sent);
      if (before === undefined || !alone.has(key)) continue;
      demand(
        certainlyNot.includes(before.told?.[0] ?? ''),
        () => `${key} again, after ${before.told?.join()}`,
      );
    }
  }),

  'messages go out one at a time, in the order of their items': ofMessages((play) => {
    const places = new Map(
      play.expected.flatMap((one, place) =>
        one.role === 'first' && !one.isAlike ? [[rowOf(one), place]] : [],
      ),
    );
    for (const run of [0, 1]) {
      let latest = -1;
      for (const { group, userIds, ...sent } of play.recorder.sent) {
        const place = places.get(`${group}/${userIds[0]}`);
        if (sent.run !== run || place === undefined) continue;
        demand(place >= latest, () => `${userIds[0]} after item ${latest}`);
        latest = place;
      }
    }
  }),
};

function countAttempts(expected: readonly Expectation[], attempts: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  expected.forEach((one, place) => {
    if (one.role === 'first') counts.set(rowOf(one), (counts.get(rowOf(one)) ?? 0) + (attempts[place] ?? 0));
  });
  return counts;
}
