import { BodyBrokenError, readBody } from '../../../../nodes/VolcengineRtc/transport/http/readBody';

const { signal: wanted } = new AbortController();
const never = new Promise<never>(() => {});

/** A body that ends only when it is told to; with the pieces that were taken. */
function bodyOf(chunks: Uint8Array[], ending: Promise<unknown> = Promise.resolve()) {
  const body = {
    isDestroyed: false,
    taken: 0,
    async *[Symbol.asyncIterator]() {
      for (const chunk of chunks) {
        body.taken += 1;
        yield chunk;
      }
      await ending;
    },
    destroy() {
      body.isDestroyed = true;
    },
  };
  return body;
}

test('characters that are split between chunks are kept', async () => {
  const bytes = Buffer.from('{"name":"张三"}');
  const body = bodyOf([bytes.subarray(0, 10), bytes.subarray(10)]);
  expect(await readBody(body, 1000, wanted)).toBe('{"name":"张三"}');
  expect(body.isDestroyed).toBe(true);
});

test('a body of just the size is read', async () => {
  expect(await readBody(bodyOf([Buffer.from('xx'), Buffer.from('yyy')]), 5, wanted)).toBe('xxyyy');
});

test('a body beyond the size is given up, and the rest of it not taken', async () => {
  const body = bodyOf([new Uint8Array(4), new Uint8Array(2), new Uint8Array(1)], never);
  expect(await readBody(body, 5, wanted)).toBeUndefined();
  expect([body.taken, body.isDestroyed]).toEqual([2, true]);
});

test('a body is given up as soon as the signal aborts, with the reason of the signal', async () => {
  const body = bodyOf([Buffer.from('{')], never);
  const abort = new AbortController();
  const reading = expect(readBody(body, 1000, abort.signal)).rejects.toThrow('stop');
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
  const body = bodyOf([], broken);
  const error = await readBody(body, 1000, wanted).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BodyBrokenError);
  expect(error).toMatchObject({ code: expected, message: 'aborted' });
  expect(body.isDestroyed).toBe(true);
});
