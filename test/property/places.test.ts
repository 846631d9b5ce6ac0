import fc from 'fast-check';
import type { Place } from '../../nodes/VolcengineRtc/transport/limiter/Place';
import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../support/time/virtualClock';

/** What happens to the callers of a strict share, one after the other and some in the same tick. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('comes' as const), execution: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('aborts' as const), caller: fc.nat({ max: 20 }) }),
  fc.record({ kind: fc.constant('ends' as const), caller: fc.nat({ max: 20 }), isAnswered: fc.boolean() }),
  fc.record({ kind: fc.constant('microtask' as const) }),
  fc.record({
    kind: fc.constant('time passes' as const),
    ms: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 3000 })),
  }),
);

interface Caller {
  abort: AbortController;
  place?: Place;
  isAborted: boolean;
}

test('no place is lost, whatever the order in which callers come, abort, are admitted and end', async () => {
  const events = fc.array(event, { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), events, async (share, happening) => {
      const clock = new VirtualClock();
      const limiter = new RateLimiter(clock, 50);
      const executions = [{}, {}, {}, {}];
      const callers: Caller[] = [];
      const come = (execution: object) => {
        const caller: Caller = { abort: new AbortController(), isAborted: false };
        callers.push(caller);
        limiter.acquire(execution, share, caller.abort.signal).then(
          (place) => (caller.place = place),
          () => (caller.isAborted = true),
        );
      };
      for (const one of happening) {
        if (one.kind === 'comes') come(executions[one.execution]!);
        else if (one.kind === 'aborts') callers[one.caller]?.abort.abort(new Error('cancelled'));
        else if (one.kind === 'ends') {
          callers[one.caller]?.place?.ended(one.isAnswered ? { throttled: false } : undefined);
        } else if (one.kind === 'microtask') await Promise.resolve();
        else await clock.run(clock.now() + one.ms);
      }
      // Everybody gives the place back, and then all places are there again.
      callers.forEach(({ abort }) => abort.abort(new Error('cancelled')));
      await clock.run(clock.now() + 100);
      expect(callers.filter(({ place, isAborted }) => isAborted === (place !== undefined))).toEqual([]);
      callers.forEach(({ place }) => place?.ended(undefined));
      await clock.run(clock.now() + 5000);
      const startedAt = clock.now();
      callers.length = 0;
      for (let i = 0; i < share; i += 1) come(executions[0]!);
      await clock.run(startedAt + 1100);
      expect(callers.filter(({ place }) => place === undefined)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
