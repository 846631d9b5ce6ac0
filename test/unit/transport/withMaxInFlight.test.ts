import type { Reply, Send } from '../../../nodes/VolcengineRtc/transport/send';
import { withMaxInFlight } from '../../../nodes/VolcengineRtc/transport/withMaxInFlight';

const { signal } = new AbortController();
const readResult = () => new Map();
const request = (body: string) => ({
  action: 'RegisterUsers',
  version: '2020-12-01',
  body,
  readResult,
});
const reply: Reply = { kind: 'result', rows: new Map() };

/** A send whose calls end when the test says so. */
function heldSend() {
  const under = new Map<string, { end(): void; fail(error: Error): void }>();
  const begun: string[] = [];
  const send: Send = async ({ body }) => {
    begun.push(body);
    await new Promise<void>((end, fail) => under.set(body, { end, fail }));
    return reply;
  };
  return { send, under, begun };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('only so many calls are under way; the others follow in their order', async () => {
  const { send, under, begun } = heldSend();
  const limited = withMaxInFlight(send, 2);
  const calls = ['a', 'b', 'c', 'd'].map(async (body) => await limited(request(body), signal));
  await settle();
  expect(begun).toEqual(['a', 'b']);
  under.get('b')?.end();
  await settle();
  expect(begun).toEqual(['a', 'b', 'c']);
  under.get('a')?.end();
  await settle();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  ['c', 'd'].forEach((body) => under.get(body)?.end());
  expect(await Promise.all(calls)).toEqual([reply, reply, reply, reply]);
});

test('a place is handed on by a call that fails, and free again when nobody waits', async () => {
  const { send, under, begun } = heldSend();
  const limited = withMaxInFlight(send, 1);
  const first = limited(request('a'), signal);
  const second = limited(request('b'), signal);
  await settle();
  under.get('a')?.fail(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await settle();
  expect(begun).toEqual(['a', 'b']);
  under.get('b')?.end();
  await second;
  void limited(request('c'), signal);
  void limited(request('d'), signal);
  await settle();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('a call gets its signal', async () => {
  const send = jest.fn(async () => reply);
  await withMaxInFlight(send, 1)(request('a'), signal);
  expect(send.mock.calls).toEqual([[request('a'), signal]]);
});
