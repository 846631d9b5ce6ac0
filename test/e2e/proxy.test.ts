import { type Item, n8nVersion } from '../support/n8n';
import type { Deed, Page, Script } from './proxy/deed';
import { openPassage, type Passage, type Result } from './proxy/openPassage';

const length = 2000;
const page: Page = {
  status: 403,
  headers: { Via: '1.1 proxy.example.com:3128 (squid/5.7)' },
  body: '<html><body><h1>Access denied</h1></body></html>',
};
const wantsPassword: Page = {
  ...page,
  status: 407,
  headers: { ...page.headers, 'Proxy-Authenticate': 'Basic realm="proxy"' },
};

/** While the list goes out for the first time: a batch cannot meet four faults there, and has four attempts. */
const firstPass = 120;

/** Requests that go out at most where none is answered by the service: fewer than the list takes. */
const mostInVain = length / 20;

/** n8n 1 keeps no cause, so that a reset before the request cannot be told from one after it. */
const endings = n8nVersion.startsWith('1.') ? (['close'] as const) : (['close', 'reset'] as const);

/** Deeds for every so many requests of the first pass. */
const every =
  (deeds: Record<number, Deed>): Script =>
  ({ number }) => {
    const divisor =
      number > firstPass ? undefined : Object.keys(deeds).find((each) => number % Number(each) === 0);
    return divisor === undefined ? undefined : deeds[Number(divisor)];
  };

const idsOf = (items: readonly Item[]) => items.map(({ json }) => String(json['User ID']));
const outcomesOf = (items: readonly Item[]) =>
  items.map(({ json }) => json.outcome as Record<string, unknown>);

describe('2,000 users through a proxy', () => {
  let passage: Passage;
  beforeAll(async () => void (passage = await openPassage(length)));
  afterAll(async () => await passage?.close());

  /** Every item once, and on Success only what the service has registered; all of it by way of the proxy. */
  function expectTruth({ error, success, failed, registered, seen, arrived }: Result): void {
    expect(error).toBeUndefined();
    expect(seen.length).toBeGreaterThan(arrived);
    expect([...idsOf(success), ...idsOf(failed)].sort()).toEqual([...passage.ids].sort());
    const known = new Set(registered);
    expect(idsOf(success).filter((id) => !known.has(id))).toEqual([]);
  }

  function expectAllRegistered(result: Result): void {
    expectTruth(result);
    expect(idsOf(result.success)).toEqual(passage.ids);
    expect([...result.registered].sort()).toEqual([...passage.ids].sort());
  }

  it('has all on Success where CONNECTs are dropped and refused', async () => {
    const script = every({ 7: { hangUp: 'close' }, 11: { answer: page } });
    const result = await passage.try({ script });
    expectAllRegistered(result);
    expect(result.requestedAgain).toEqual([]);
    expect(result.arrived).toBe(length / 20);
  });

  it('has all on Success where half of the CONNECTs want a password for a while', async () => {
    const script: Script = ({ number }) =>
      number <= firstPass && number % 2 === 1 ? { answer: wantsPassword } : undefined;
    const result = await passage.try({ script });
    expectAllRegistered(result);
    expect(result.requestedAgain).toEqual([]);
  });

  it('has all on Success where answers are lost, delayed, and broken in the handshake', async () => {
    const script = every({
      7: { loseAnswer: 'close' },
      11: { loseAnswer: 'reset' },
      13: { breakHandshake: 'close' },
      17: { breakHandshake: 'reset' },
      5: { delayMs: 300 },
    });
    const result = await passage.try({ script });
    expectAllRegistered(result);
    const marked = result.success.filter(
      ({ json }) => (json.outcome as { code?: string }).code !== undefined,
    );
    expect(idsOf(marked).sort()).toEqual([...result.requestedAgain].sort());
    expect(marked.length).toBeGreaterThan(0);
  });

  it('has none on Success who was registered before, whatever becomes of CONNECTs', async () => {
    const [first, last = first] = endings;
    const script = every({
      7: { hangUp: first },
      11: { answer: { ...wantsPassword, bodyAfterMs: 20 } },
      13: { breakHandshake: first },
      17: { hangUp: last },
      19: { breakHandshake: last },
      5: { answer: page },
    });
    const result = await passage.try({ script, areKnown: true });
    expectTruth(result);
    expect(idsOf(result.success)).toEqual([]);
    const codes = new Set(
      outcomesOf(result.failed).map(({ code, kind }) => `${String(kind)} ${String(code)}`),
    );
    expect([...codes]).toEqual(['rejected UserHasRegistered']);
  });

  it.each([
    ['in one piece', wantsPassword],
    ['with its page after the head', { ...wantsPassword, bodyAfterMs: 20 }],
  ])('stops soon where each CONNECT wants a password, %s', async (_, answer) => {
    const { error, registered, seen, arrived } = await passage.try({ script: () => ({ answer }) });
    expectStoppedFor('NotVolcengine', error);
    expect(error?.message).toMatch(/the proxy proxy\.example\.com:3128 .*HTTP 407/);
    expect(registered).toEqual([]);
    expect(arrived).toBe(0);
    expect(seen.every(({ method }) => method === 'CONNECT')).toBe(true);
    expect(seen.length).toBeLessThan(mostInVain);
  });

  it('has all on Failed, to be run again, where each CONNECT wants a password and the node continues', async () => {
    const script = () => ({ answer: wantsPassword });
    const result = await passage.try({ script, onError: 'continueRegularOutput' });
    expectTruth(result);
    expectAllToRunAgain(result);
    expect(result.registered).toEqual([]);
    expect(result.seen.length).toBeLessThan(mostInVain);
  });

  it.each([
    ...endings.map((hangUp): [string, Deed] => [`is ended unanswered (${hangUp})`, { hangUp }]),
    ['leads to a handshake that is broken off', { breakHandshake: 'close' }],
  ] as Array<[string, Deed]>)('stops soon where each CONNECT %s', async (_, deed) => {
    const { error, registered, seen } = await passage.try({ script: () => deed });
    expectStoppedFor('NoConnection', error);
    expect(error?.message).toMatch(/^There is no connection to the service/);
    expect(registered).toEqual([]);
    expect(seen.length).toBeLessThan(mostInVain);
  });

  describe('to an endpoint without TLS', () => {
    it('stops soon at a login page that each request is redirected to', async () => {
      const headers = { Location: 'http://login.example.com/?from=rtc' };
      const script: Script = () => ({ answer: { status: 302, headers } });
      const { error, registered, seen, arrived } = await passage.try({ script, isPlain: true });
      expectStoppedFor('NotVolcengine', error);
      expect(error?.message).toMatch(/HTTP 302.* login\.example\.com/);
      expect(registered).toEqual([]);
      expect(arrived).toBe(0);
      expect(seen.every(({ target }) => target.startsWith('http://localhost:'))).toBe(true);
      expect(seen.length).toBeLessThan(mostInVain);
    });

    it('has all on Failed, to be run again, where each request is answered with a login page', async () => {
      const script: Script = () => ({ answer: { ...page, status: 200 } });
      const result = await passage.try({ script, isPlain: true });
      expectTruth(result);
      expectAllToRunAgain(result);
      expect(result.registered).toEqual([]);
      expect(result.seen.length).toBeLessThan(mostInVain);
    });

    it('has all on Success where requests are dropped, refused, and their answers lost', async () => {
      const script = every({
        7: { hangUp: 'close' },
        11: { answer: wantsPassword },
        13: { loseAnswer: 'close' },
        17: { loseAnswer: 'reset' },
      });
      expectAllRegistered(await passage.try({ script, isPlain: true }));
    });
  });

  function expectStoppedFor(code: string, error: Result['error']): void {
    expect(error).toMatchObject({
      name: 'NodeApiError',
      description: expect.stringMatching(
        new RegExp(`^Check .* No user was processed\\. Error code: ${code}\\.$`),
      ) as string,
    });
  }

  function expectAllToRunAgain({ success, failed }: Result): void {
    expect(idsOf(success)).toEqual([]);
    const kinds = new Set(
      outcomesOf(failed).map(({ kind, retryable }) => `${String(kind)} ${String(retryable)}`),
    );
    expect([...kinds].sort()).toEqual(['notSent true', 'unavailable true']);
  }
});
