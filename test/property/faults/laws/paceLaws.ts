import { demand, type Law } from './law';

/** What holds for the pace of a run and for its end. */
export const paceLaws: Record<string, Law> = {
  'a run comes to an end': ({ endedAt }) => demand(endedAt !== undefined, () => 'it hangs'),

  'no second sees more requests than the limit': ({ recorder, bounds }) => {
    const most = Math.floor(bounds.maxPerSecond);
    const times = recorder.sent.map(({ startedAt }) => startedAt);
    times
      .slice(most)
      .forEach((time, at) =>
        demand(time - (times[at] as number) >= 1000, () => `${most + 1} requests within 1 s, until ${time}`),
      );
  },

  'no more requests are under way than hold the rate at a latency of 1.2 seconds': (play) => {
    const most = Math.ceil(1.2 * play.bounds.maxPerSecond);
    const ends = play.recorder.sent.map(({ toldAt = Infinity }) => toldAt);
    play.recorder.sent.forEach(({ startedAt }, index) => {
      const open = ends.slice(0, index).filter((end) => end > startedAt).length + 1;
      demand(open <= most, () => `${open} under way at ${startedAt}, ${most} at most`);
    });
  },

  'after a fatal answer nothing more is sent': ({ recorder }) => {
    const isFatal = (told = '') => told === 'fatal' || told === 'unsendable';
    const stops = recorder.sent.filter(({ told }) => isFatal(told?.[0])).map(({ toldAt = 0 }) => toldAt);
    const stoppedAt = Math.min(Infinity, ...stops);
    const late = recorder.sent.find(({ startedAt }) => startedAt > stoppedAt);
    demand(late === undefined, () => `sent at ${late?.startedAt}, stopped at ${stoppedAt}`);
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
