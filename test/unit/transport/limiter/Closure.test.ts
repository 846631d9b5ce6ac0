import { Closure } from '../../../../nodes/VolcengineRtc/transport/limiter/Closure';

/** What a closure makes of rejections of requests that were sent at these times. */
function heard(closure: Closure, ...sentAt: number[]): boolean[] {
  return sentAt.map((at) => closure.hearRejection(at));
}

test('four rejections in a row over a second are a closure, and all that follow', () => {
  expect(heard(new Closure(), 0, 400, 800, 1000, 1001)).toEqual([false, false, false, true, true]);
});

test('fewer are none, however long they take', () => {
  expect(heard(new Closure(), 0, 5000, 10_000)).toEqual([false, false, false]);
});

test('within a second they are none, however many', () => {
  const closure = new Closure();
  for (let at = 0; at < 1000; at += 10) expect(closure.hearRejection(at)).toBe(false);
});

test('an accepted request ends the row', () => {
  const closure = new Closure();
  heard(closure, 0, 400, 800);
  expect(closure.hearAcceptance(900)).toBe(false);
  expect(heard(closure, 1000, 1400, 1800)).toEqual([false, false, false]);
});

test('an accepted request that was sent before the first rejected one says nothing', () => {
  const closure = new Closure();
  heard(closure, 100, 500, 900);
  expect(closure.hearAcceptance(99)).toBe(false);
  expect(heard(closure, 1100)).toEqual([true]);
  expect(closure.hearAcceptance(99)).toBe(false);
  expect(heard(closure, 1200)).toEqual([true]);
});

test('it is open again with the first accepted request, and from then on as if it had never been closed', () => {
  const closure = new Closure();
  heard(closure, 0, 400, 800, 1200);
  expect(closure.hearAcceptance(1300)).toBe(true);
  expect(closure.hearAcceptance(1400)).toBe(false);
  expect(heard(closure, 2000, 2400, 2800, 3200)).toEqual([false, false, false, true]);
});

test('it is suspected from the first rejection to the next accepted request', () => {
  const closure = new Closure();
  expect(closure.isSuspected).toBe(false);
  closure.hearRejection(0);
  expect(closure.isSuspected).toBe(true);
  closure.hearAcceptance(0);
  expect(closure.isSuspected).toBe(false);
});
