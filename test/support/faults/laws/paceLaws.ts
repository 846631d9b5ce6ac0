import { maxInFlightOf, maxPerSecondOf } from '../bounds';
import { type ActionName, factsOf } from '../facts';
import type { Play } from '../play';
import type { Sent } from '../Recorder';
import { appEndedAt, outagesOf, stoppedAt, timerLateMs } from '../stops';
import { demand, type Law } from './law';

function byAction({ recorder }: Play): Map<ActionName, Sent[]> {
  const sent = new Map<ActionName, Sent[]>();
  for (const one of recorder.sent) sent.set(one.action, [...(sent.get(one.action) ?? []), one]);
  return sent;
}

/** What holds for the pace of a run and for its end. */
export const paceLaws: Record<string, Law> = {
  'a run comes to an end': ({ endedAt }) => demand(endedAt !== undefined, () => 'it hangs'),

  'no second sees more requests of an action than its limit': (play) => {
    for (const [action, sent] of byAction(play)) {
      const most = Math.floor(maxPerSecondOf(play.script, action));
      const times = sent.map(({ startedAt }) => startedAt);
      times
        .slice(most)
        .forEach((time, at) =>
          demand(
            time - (times[at] as number) >= 1000,
            () => `${most + 1} requests of ${action} within 1 s, until ${time}`,
          ),
        );
    }
  },

  'each action is paced by a limiter of its own': ({ limits, recorder, script }) => {
    const own = factsOf(script).actions;
    const used = [...new Set(recorder.sent.map(({ action }) => action))];
    demand(
      limits.every((action) => (own as readonly string[]).includes(action)) &&
        used.every((action) => limits.includes(action)),
      () => `${used.join()} were sent, and paced like ${limits.join()}`,
    );
  },

  'no more requests of an action are under way than hold its rate at a latency of 1.2 seconds': (play) => {
    for (const [action, sent] of byAction(play)) {
      const most = maxInFlightOf(play.script, action);
      const ends = sent.map(({ toldAt = Infinity }) => toldAt);
      sent.forEach(({ startedAt }, index) => {
        const open = ends.slice(0, index).filter((end) => end > startedAt).length + 1;
        demand(open <= most, () => `${open} of ${action} under way at ${startedAt}, ${most} at most`);
      });
    }
  },

  'after a fatal answer, or when it has given up, a run sends nothing more': (play) => {
    for (const run of [0, 1]) {
      const end = stoppedAt(play, run, timerLateMs);
      const late = play.recorder.sent.find((sent) => sent.run === run && sent.startedAt > end);
      demand(late === undefined, () => `sent at ${late?.startedAt}, stopped at ${end}`);
    }
  },

  'after an app is refused nothing more is sent for it': (play) => {
    for (const { startedAt, appId, run } of play.recorder.sent) {
      const end = appEndedAt(play, appId, run);
      demand(startedAt <= end, () => `sent for ${appId} at ${startedAt}, ended at ${end}`);
    }
  },

  'where the service is not reached, one request is under way at a time': (play) => {
    for (const run of [0, 1]) {
      for (const { since, until } of outagesOf(play, run)) {
        const probes = play.recorder.sent.filter(
          (sent) => sent.run === run && sent.startedAt > since && sent.startedAt < until,
        );
        probes.slice(1).forEach(({ startedAt }, at) => {
          const { toldAt = Infinity } = probes[at] as Sent;
          demand(toldAt <= startedAt, () => `two under way at ${startedAt}, since ${since}, until ${until}`);
        });
      }
    }
  },

  'a cancelled run sends nothing more, ends at once and tells nothing': (play) => {
    demand(!play.recorder.sent.some(({ isAfterCancel }) => isAfterCancel), () => 'sent after the end');
    if (!play.isCancelled) return;
    const { endedAt = Infinity, error } = play;
    const cancelledAt = play.script.cancelAtMs ?? 0;
    demand(endedAt - cancelledAt <= 100, () => `ended at ${endedAt}, cancelled at ${cancelledAt}`);
    // What was complete already may come out, or not.
    const isUnderWay = play.recorder.sent.some(({ toldAt = Infinity }) => toldAt > cancelledAt);
    demand(error !== undefined || !isUnderWay, () => 'it came out as if it had not been cancelled');
  },
};
