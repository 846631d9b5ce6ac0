import { wordsIn } from './content';
import type { Expectation } from './expectation';
import { oncePerPlay } from './laws/oncePerPlay';
import type { Play } from './play';
import type { SentRequest } from './request';

type Row = Pick<Expectation, 'appId' | 'userId'>;

/** Whether the ledger says that a request has done its work for a row. */
export function isDoneBy(play: Play, { id }: { id: string | undefined }, row: Row): boolean {
  return doneIn(play).has(keyOf(id, row));
}

/** Whether the ledger says that a run of the play has changed anything. */
export function isAnythingDone(play: Play): boolean {
  return doneIn(play).size > 0;
}

/** What the ledger has of requests: each row that one has registered, changed, removed or sent. */
const doneIn = oncePerPlay(({ ledger, expected }: Play): Set<string> => {
  const done = new Set<string>();
  for (const appId of new Set(expected.map((one) => one.appId))) {
    for (const { userId, requestId, changedBy } of ledger.users(Number(appId))) {
      for (const id of [requestId, ...changedBy]) if (id !== 'seed') done.add(keyOf(id, { appId, userId }));
    }
  }
  for (const { requestId, appId, userId } of ledger.formerUsers) {
    done.add(keyOf(requestId, { appId: String(appId), userId }));
  }
  for (const { requestId, appId, message } of ledger.broadcasts) {
    done.add(keyOf(requestId, { appId: String(appId), userId: wordsIn(message.Content) }));
  }
  return done;
});

/** Rows that the ledger has of requests that did not name them: none, as each does its own work alone. */
export function strangersIn(play: Play): string[] {
  const named = new Set(
    play.recorder.sent.flatMap(({ id, appId, userIds }: SentRequest & { id: string }) =>
      userIds.map((userId) => keyOf(id, { appId, userId })),
    ),
  );
  return [...doneIn(play)].filter((key) => !named.has(key));
}

function keyOf(id: string | undefined, { appId, userId }: Row): string {
  return `${id}/${appId}/${userId}`;
}
