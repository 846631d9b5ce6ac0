import { factsOf } from './facts';
import type { Play } from './play';
import { leavesDoubt, type Told } from './told';

/** So many replies in a row that are not the service's have one request go out at a time. */
const mostInARow = 10;

/** So long after that, the run gives up. */
const patienceMs = 5000;

/** A time in which the service was not reached; open at the end where it never was again. */
export interface Outage {
  /** When the tenth reply in a row came that was not the service's. */
  since: number;
  /** When the service answered again. */
  until: number;
  /** When the run may have given up. */
  givenUpAt: number;
}

/** The outages of a run. */
export function outagesOf({ recorder }: Pick<Play, 'recorder'>, run = 0): Outage[] {
  const outages: Outage[] = [];
  let inARow = 0;
  let open: Outage | undefined;
  for (const { from, toldAt = 0 } of recorder.told.filter((one) => one.run === run)) {
    if (from === 'service') {
      if (open !== undefined) open.until = toldAt;
      open = undefined;
      inARow = 0;
    }
    if (from !== 'elsewhere') continue;
    inARow += 1;
    if (inARow === mostInARow) outages.push((open = { since: toldAt, until: Infinity, givenUpAt: Infinity }));
    if (open !== undefined && toldAt - open.since >= patienceMs)
      open.givenUpAt = Math.min(open.givenUpAt, toldAt);
  }
  return outages;
}

/** Times are sums of fractions. */
const roundingMs = 1;

/** A timer of a script may fire so late. */
export const timerLateMs = 100;

/** When a run had had nothing accepted for so long that it gave up. */
function gaveUpAt(
  { recorder, script, runEnds }: Pick<Play, 'recorder' | 'script' | 'runEnds'>,
  run: number,
  lateMs: number,
): number {
  if (factsOf(script).effect === 'once') return Infinity;
  const giveUpAfterMs = 1000 * (script.options.giveUpAfter ?? 300);
  const sent = recorder.sent.filter((one) => one.run === run);
  const accepted = recorder.told.filter((one) => one.run === run && one.isAccepted);
  const times = [sent[0]?.startedAt ?? Infinity, ...accepted.map(({ toldAt = 0 }) => toldAt)];
  const ended = runEnds[run] ?? Infinity;
  const before = times.find(
    (at, place) => Math.min(times[place + 1] ?? ended, ended) - at >= giveUpAfterMs + lateMs - roundingMs,
  );
  return before === undefined ? Infinity : before + giveUpAfterMs + timerLateMs;
}

/**
 * When a run was told that nothing more can succeed, or gave up; never, for one that goes on.
 *
 * @param lateMs how late the timer may be that gives up: so long something accepted may still keep the run going
 */
export function stoppedAt(play: Pick<Play, 'recorder' | 'script' | 'runEnds'>, run = 0, lateMs = 0): number {
  const fatal = play.recorder.sent
    .filter(
      (sent) => sent.run === run && ['fatal', 'unsendable', 'quotaUsedUp'].includes(sent.told?.[0] ?? ''),
    )
    .map(({ toldAt = Infinity }) => toldAt);
  const outages = outagesOf(play, run).map(({ givenUpAt }) => givenUpAt);
  return Math.min(...fatal, ...outages, gaveUpAt(play, run, lateMs));
}

/** When a run was told that nothing more can succeed for an app. */
export function appEndedAt({ recorder }: Pick<Play, 'recorder'>, appId: string, run = 0): number {
  const ends = recorder.sent.filter(
    (sent) => sent.run === run && sent.appId === appId && sent.told?.[0] === 'appFatal',
  );
  return Math.min(...ends.map(({ toldAt = Infinity }) => toldAt), Infinity);
}

type Stoppable = Pick<Play, 'recorder' | 'script' | 'runEnds' | 'lastRun'>;

/**
 * Whether anything has told the last run of the node that nothing more can succeed.
 *
 * @param lateMs as for `stoppedAt`: 0 where it may have stopped, more where it has to have
 */
export function isStopped(play: Stoppable, lateMs = 0): boolean {
  return stoppedAt(play, play.lastRun, lateMs) < Infinity;
}

/** Whether users of an app were not to be sent any more. */
export function isStoppedFor(play: Stoppable, appId: string, lateMs = 0): boolean {
  return isStopped(play, lateMs) || appEndedAt(play, appId, play.lastRun) < Infinity;
}

/** Whether nothing more could be sent: the run stopped, or each of its apps did. */
export function isWhollyStopped(play: Play, lateMs = 0): boolean {
  const apps = new Set(play.expected.filter(({ role }) => role === 'first').map(({ appId }) => appId));
  const haveEnded = () => [...apps].every((appId) => isStoppedFor(play, appId, lateMs));
  return isStopped(play, lateMs) || (apps.size > 0 && haveEnded());
}

/** Whether a row is on Success, or may have been done by the run: an answer said so, or its lack left it open. */
export function mayBeDone({
  recorder,
  script,
  expected,
}: Pick<Play, 'recorder' | 'script' | 'expected'>): boolean {
  const facts = factsOf(script);
  const succeeds = facts.option !== undefined && script.options[facts.option] === 'succeed';
  const followed = new Set(expected.filter((one) => one.isFollowed).map(keyOf));
  const isDone = (told: Told, row: { group: string; userId: string }) => {
    if (told === 'accepted') return true;
    if (told !== facts.alreadySo) return facts.effect !== 'reads' && leavesDoubt(told);
    return facts.actions.length > 1 ? !followed.has(keyOf(row)) : succeeds;
  };
  return recorder.sent.some(({ told = [], group, userIds }) =>
    told.some((one, place) => isDone(one, { group, userId: userIds[place] as string })),
  );
}

function keyOf({ group, userId }: { group: string; userId: string }): string {
  return `${group}/${userId}`;
}
