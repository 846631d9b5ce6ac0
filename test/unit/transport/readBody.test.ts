import { readBody } from '../../../nodes/VolcengineRtc/transport/readBody';
import { VirtualClock } from '../virtualClock';

/** A body that ends only when it is told to. */
function bodyOf(chunks: Uint8Array[], ending: Promise<unknown> = Promise.resolve()) {
  const body = {
    isDestroyed: false,
    async *[Symbol.asyncIterator]() {
      yield* chunks;
      await ending;
    },
    destroy() {
      body.isDestroyed = true;
    },
  };
  return body;
}

const never = new Promise<never>(() => {});

test('characters that are split between chunks are kept', async () => {
  const bytes = Buffer.from('{"name":"张三"}');
  const body = bodyOf([bytes.subarray(0, 10), bytes.subarray(10)]);
  expect(await readBody(body, 1000, new VirtualClock())).toBe('{"name":"张三"}');
  expect(body.isDestroyed).toBe(true);
});

test('a body of 4 MiB is read', async () => {
  const body = bodyOf([Buffer.alloc(4 * 1024 * 1024, 'x')]);
  expect(await readBody(body, 1000, new VirtualClock())).toHaveLength(4 * 1024 * 1024);
});

test('a body beyond 4 MiB is given up, not read', async () => {
  const body = bodyOf([new Uint8Array(4 * 1024 * 1024), new Uint8Array(1)], never);
  await expect(readBody(body, 1000, new VirtualClock())).rejects.toThrow('larger than 4194304 bytes');
  expect(body.isDestroyed).toBe(true);
});

test('a body that stalls is given up when its time is over', async () => {
  const clock = new VirtualClock();
  const body = bodyOf([Buffer.from('{')], never);
  const reading = expect(readBody(body, 1000, clock)).rejects.toMatchObject({
    code: 'ETIMEDOUT',
    message: 'the answer was not complete after 1000 ms',
  });
  await clock.run(1000);
  await reading;
  expect(body.isDestroyed).toBe(true);
});

test('a body is given up as soon as the signal aborts', async () => {
  const body = bodyOf([Buffer.from('{')], never);
  const abort = new AbortController();
  const reading = expect(readBody(body, 1000, new VirtualClock(), abort.signal)).rejects.toThrow('stop');
  abort.abort(new Error('stop'));
  await reading;
  expect(body.isDestroyed).toBe(true);
});

test.each([
  ['EPIPE', 'EPIPE'],
  [undefined, 'ECONNRESET'],
  [20, 'ECONNRESET'],
])('a body that breaks off with the code %j counts as broken with %s', async (code, expected) => {
  const broken = Promise.reject(Object.assign(new Error('aborted'), { code }));
  await expect(readBody(bodyOf([], broken), 1000, new VirtualClock())).rejects.toMatchObject({
    code: expected,
    message: 'aborted',
  });
});
