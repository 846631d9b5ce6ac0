/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests take their clock from the global object */
const RealDate = Date;

/** What the tests of the credential take from jest's clock: the time of day, and nothing else of it. */
export const stillClock = {
  useFakeTimers: ({ now }: { now: Date }) => stillClock.setSystemTime(now),
  setSystemTime(now: Date | number) {
    const still = new RealDate(now).getTime();
    class StillDate extends RealDate {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [still] : given) as [number]));
      }
    }
    Object.assign(global, { Date: StillDate });
  },
  useRealTimers: () => void Object.assign(global, { Date: RealDate }),
};
