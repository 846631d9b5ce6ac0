import { CircuitBreaker, type Unreached } from '../../../nodes/VolcengineRtc/transport/CircuitBreaker';
import type { Meaning } from '../../../nodes/VolcengineRtc/transport/meanings';
import type { Reply } from '../../../nodes/VolcengineRtc/transport/send';
import { VirtualClock } from '../../support/time/virtualClock';

const { signal: runsOn } = new AbortController();

const failure = (meaning: Meaning, message = 'said'): Unreached => ({
  kind: 'failure',
  error: { meaning, message },
});
const page = failure('notVolcengine');
const success: Reply = { kind: 'result', rows: new Map() };

function breakerAt0() {
  const clock = new VirtualClock();
  const givenUp: Array<[at: number, last: Unreached]> = [];
  const breaker = new CircuitBreaker(clock, (last) => givenUp.push([clock.now(), last]));
  const noteTimes = (count: number, reply: Reply) => {
    for (let i = 0; i < count; i += 1) breaker.note(reply);
  };
  return { clock, breaker, givenUp, noteTimes };
}

/** Asks for a turn; with what came of it, and when. */
function ask({ clock, breaker }: ReturnType<typeof breakerAt0>, signal = runsOn) {
  const asked: { isProbe?: boolean; at?: number } = {};
  void breaker.turn(signal).then((isProbe) => Object.assign(asked, { isProbe, at: clock.now() }));
  return asked;
}

/** Lets everything that can go on go on, up to a time. */
const until = async ({ clock }: ReturnType<typeof breakerAt0>, ms: number) => await clock.run(ms);

test('all requests go out while fewer than ten in a row have not reached the service', async () => {
  const set = breakerAt0();
  set.noteTimes(9, page);
  const asked = [ask(set), ask(set)];
  await until(set, 0);
  expect(asked).toEqual([
    { isProbe: false, at: 0 },
    { isProbe: false, at: 0 },
  ]);
});

test('from ten in a row on they go out one at a time, half a second after the one before has ended', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  const [first, second, third] = [ask(set), ask(set), ask(set)];
  await until(set, 100);
  expect([first, second, third]).toEqual([{ isProbe: true, at: 0 }, {}, {}]);
  set.breaker.endProbe();
  await until(set, 599);
  expect([second, third]).toEqual([{}, {}]);
  await until(set, 2000);
  expect([second, third]).toEqual([{ isProbe: true, at: 600 }, {}]);
  set.breaker.endProbe();
  await until(set, 3000);
  expect(third).toEqual({ isProbe: true, at: 2500 });
});

test('a request that comes when the pause is long over does not wait', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  ask(set);
  await until(set, 0);
  set.breaker.endProbe();
  await until(set, 4000);
  const late = ask(set);
  await until(set, 4000);
  expect(late).toEqual({ isProbe: true, at: 4000 });
});

test('a request that comes while another one tries does not pass it', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  ask(set);
  await until(set, 100);
  set.breaker.endProbe();
  const [second, third] = [ask(set), ask(set)];
  await until(set, 2000);
  expect([second, third]).toEqual([{ isProbe: true, at: 600 }, {}]);
});

test.each<[what: string, reply: Reply]>([
  ['a success', success],
  ['a refusal of the service', failure('rejectedRequest')],
  ['a failure of the service', failure('transient')],
  ['throttling', failure('throttled')],
])('%s lets all go out again, and the ten are counted anew', async (_what, reply) => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  ask(set);
  await until(set, 0);
  const waiting = [ask(set), ask(set)];
  await until(set, 0);
  set.breaker.note(reply);
  set.breaker.endProbe();
  set.noteTimes(9, page);
  const late = ask(set);
  await until(set, 0);
  const passed = { isProbe: false, at: 0 };
  expect([...waiting, late]).toEqual([passed, passed, passed]);
});

test('an answer of the service lets all go out, though the one request that was let out is still under way', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  ask(set);
  await until(set, 0);
  const waiting = [ask(set), ask(set)];
  await until(set, 100);
  // It answers a request that had left before.
  set.breaker.note(success);
  const late = ask(set);
  await until(set, 100);
  const passed = { isProbe: false, at: 100 };
  expect([...waiting, late]).toEqual([passed, passed, passed]);
});

test.each<[what: string, reply: Reply]>([
  ['no answer', failure('noAnswer')],
  ['a request that cannot be sent', failure('unsendable')],
  ['a request that was stopped', { kind: 'stopped' }],
])('%s neither counts nor begins a new count', async (_what, reply) => {
  const set = breakerAt0();
  set.noteTimes(9, page);
  set.noteTimes(20, reply);
  const early = ask(set);
  set.noteTimes(1, page);
  const probe = ask(set);
  await until(set, 0);
  expect([early.isProbe, probe.isProbe]).toEqual([false, true]);
});

test.each<[what: string, replies: Unreached[], last: number]>([
  ['a page', Array<Unreached>(11).fill(page), 10],
  ['the last page, where connections fail later', [...pages(10), failure('noConnection')], 9],
  ['the newest page', [...pages(10), failure('foreignPage', 'newest')], 10],
  ['no connection, where none has stood', Array<Unreached>(11).fill(failure('noConnection')), 10],
])('after five seconds the run is given up for %s, and not before', async (_what, replies, last) => {
  const set = breakerAt0();
  replies.slice(0, 10).forEach((reply) => set.breaker.note(reply));
  await until(set, 4999);
  set.breaker.note(replies[10] as Unreached);
  expect(set.givenUp).toEqual([]);
  await until(set, 5000);
  set.breaker.note(replies[10] as Unreached);
  expect(set.givenUp).toEqual([[5000, replies[last]]]);
});

function pages(count: number): Unreached[] {
  return Array.from({ length: count }, (_, at) => failure('notVolcengine', `page ${at}`));
}

test('the five seconds begin with the tenth, and not anew with each further one', async () => {
  const set = breakerAt0();
  await until(set, 3000);
  set.noteTimes(9, page);
  await until(set, 4000);
  set.noteTimes(1, page);
  for (let ms = 5000; ms < 9000; ms += 1000) {
    await until(set, ms);
    set.noteTimes(1, page);
  }
  expect(set.givenUp).toEqual([]);
  await until(set, 9000);
  set.noteTimes(1, page);
  expect(set.givenUp).toEqual([[9000, page]]);
});

test('what was before an answer of the service is forgotten', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  await until(set, 4000);
  set.breaker.note(success);
  const refused = failure('noConnection');
  set.noteTimes(10, refused);
  await until(set, 6000);
  set.noteTimes(1, refused);
  expect(set.givenUp).toEqual([]);
  await until(set, 9000);
  set.noteTimes(1, refused);
  expect(set.givenUp).toEqual([[9000, refused]]);
});

describe('a request that is no longer wanted', () => {
  const abort = () => {
    const controller = new AbortController();
    return [controller.signal, () => controller.abort(new Error('over'))] as const;
  };

  test('does not wait for its turn', async () => {
    const set = breakerAt0();
    set.noteTimes(10, page);
    ask(set);
    await until(set, 0);
    const [signal, end] = abort();
    const waiting = ask(set, signal);
    await until(set, 50);
    end();
    const late = ask(set, signal);
    await until(set, 60);
    expect([waiting, late]).toEqual([
      { isProbe: false, at: 50 },
      { isProbe: false, at: 50 },
    ]);
  });

  test('takes no turn of others', async () => {
    const set = breakerAt0();
    set.noteTimes(10, page);
    ask(set);
    await until(set, 0);
    const [signal, end] = abort();
    ask(set, signal);
    const other = ask(set);
    await until(set, 0);
    end();
    await until(set, 0);
    set.breaker.endProbe();
    await until(set, 600);
    expect(other).toEqual({ isProbe: true, at: 500 });
  });

  test('changes nothing about whose turn is next', async () => {
    const set = breakerAt0();
    set.noteTimes(10, page);
    ask(set);
    await until(set, 0);
    const [signal, end] = abort();
    ask(set, signal);
    const [next, last] = [ask(set), ask(set)];
    await until(set, 0);
    end();
    await until(set, 0);
    set.breaker.endProbe();
    await until(set, 600);
    expect([next, last]).toEqual([{ isProbe: true, at: 500 }, {}]);
  });

  test('takes none either where none is under way', async () => {
    const set = breakerAt0();
    set.noteTimes(10, page);
    const [signal, end] = abort();
    end();
    const unwanted = ask(set, signal);
    const other = ask(set);
    await until(set, 0);
    expect([unwanted, other]).toEqual([
      { isProbe: false, at: 0 },
      { isProbe: true, at: 0 },
    ]);
  });

  test('does not wait for the end of the pause, and gives its turn back', async () => {
    const set = breakerAt0();
    set.noteTimes(10, page);
    ask(set);
    await until(set, 0);
    set.breaker.endProbe();
    const [signal, end] = abort();
    const pausing = ask(set, signal);
    await until(set, 200);
    expect(pausing).toEqual({});
    end();
    await until(set, 201);
    expect(pausing).toEqual({ isProbe: true, at: 200 });
  });
});

describe('the signal of a call that is not the only one', () => {
  test('aborts with its own, and at the tenth reply', async () => {
    const set = breakerAt0();
    const [own, other] = [new AbortController(), new AbortController()];
    const [first, second] = [set.breaker.callBack(own.signal), set.breaker.callBack(other.signal)];
    set.noteTimes(9, page);
    expect([first.aborted, second.aborted]).toEqual([false, false]);
    own.abort(new Error('over'));
    expect([first.aborted, second.aborted]).toEqual([true, false]);
    set.noteTimes(1, page);
    expect(second.aborted).toBe(true);
  });

  test('is one for all calls with the same signal, until the service has answered again', () => {
    const set = breakerAt0();
    const before = set.breaker.callBack(runsOn);
    expect(set.breaker.callBack(runsOn)).toBe(before);
    set.breaker.note(success);
    expect(set.breaker.callBack(runsOn)).toBe(before);
    set.noteTimes(10, page);
    set.breaker.note(success);
    const after = set.breaker.callBack(runsOn);
    expect([before.aborted, after.aborted]).toEqual([true, false]);
    set.noteTimes(10, page);
    expect(after.aborted).toBe(true);
  });
});

test('a request that is given up in the tick of its turn passes it on', async () => {
  const set = breakerAt0();
  set.noteTimes(10, page);
  ask(set);
  await until(set, 0);
  const givenUp = new AbortController();
  const second = ask(set, givenUp.signal);
  const third = ask(set);
  await until(set, 100);
  givenUp.abort();
  set.breaker.endProbe();
  await until(set, 2000);
  expect(second).toEqual({ isProbe: false, at: 100 });
  expect(third).toEqual({ isProbe: true, at: 600 });
});
