import { outcomesInOrder, type PlacedOutcome } from '../../outcomes/outcomes';
import { isDoneBy } from '../doneBy';
import type { Expectation } from '../expectation';
import { type Facts, factsOf } from '../facts';
import type { ItemPlan } from '../items';
import type { Play } from '../play';
import type { UserTold } from '../Recorder';
import { isStoppedFor } from '../stops';
import { leavesDoubt } from '../told';
import { demand, type Law } from './law';
import { oncePerPlay } from './oncePerPlay';

/** A row of a play: its outcome, and what the service's books and answers say. */
export interface Case {
  outcome: PlacedOutcome;
  plan: ItemPlan;
  index: number;
  expected: Expectation;
  facts: Facts;
  /** Whether the ledger says that some request has done it. */
  isDone: boolean;
  /** Requests that left with the row. */
  history: UserTold[];
  /** Whether an attempt before the last may have been carried out. */
  isDoubtful: boolean;
  /** Whether the option sends those to Success who are as wanted already. */
  succeeds: boolean;
  /** Whether rows of its app were not to be sent any more. */
  isStopped: boolean;
  /** Requests of the last run of the node that sent the row. */
  ofLastRun: UserTold[];
  /** Whether a second run of the node has not sent it again. */
  isLeftOut: boolean;
}

/** The rows that are sent, but for messages that nobody can tell apart. */
export const casesOf = oncePerPlay((play: Play): Case[] => {
  const { expected, recorder, script } = play;
  const outcomes = outcomesInOrder(play);
  const facts = factsOf(script);
  return expected.flatMap((one, index) => {
    const outcome = outcomes[index];
    if (one.role !== 'first' || one.isAlike || outcome === undefined) return [];
    const history = recorder
      .historyOf(one)
      .filter(({ told }) => told !== 'unsendable')
      // A run that threw leaves nothing to the next one.
      .filter(({ sent }) => !play.hasThrown || sent.run === play.lastRun);
    const leaves = ({ told }: UserTold) =>
      facts.effect !== 'reads' && told !== undefined && leavesDoubt(told);
    return {
      outcome,
      plan: script.items[index] as ItemPlan,
      index,
      expected: one,
      facts,
      isDone: recorder.historyOf(one).some(({ sent }) => isDoneBy(play, sent, one)),
      history,
      isDoubtful: history.slice(0, -1).some(leaves),
      succeeds: facts.option !== undefined && script.options[facts.option] === 'succeed',
      isStopped: isStoppedFor(play, one.appId),
      ofLastRun: lastRunOf(history),
      isLeftOut: (history.at(-1)?.sent.run ?? play.lastRun) < play.lastRun,
    };
  });
});

function lastRunOf(history: UserTold[]): UserTold[] {
  const last = history.at(-1)?.sent.run;
  return history.filter(({ sent }) => sent.run === last);
}

/** Whether the service's last word was that the user is as wanted already, so that nothing was left to do. */
export function isAlreadySo({ facts, history }: Case): boolean {
  return facts.alreadySo !== undefined && history.at(-1)?.told === facts.alreadySo;
}

/** A law that holds for every row by itself. */
export const forRows =
  (holds: (one: Case, play: Play) => boolean): Law =>
  (play) =>
    casesOf(play).forEach((one) => demand(holds(one, play), () => JSON.stringify(one)));
