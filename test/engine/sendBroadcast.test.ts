import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Emulator, type EmulatorOptions, sampleAppId, startEmulator } from '../support/emulator';
import { type NodeSetUp, runNode } from '../support/engine/runNode';

let emulator: Emulator;
async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
  emulator.ledger.seed(sampleAppId, ['1', '2'], { Tags: ['vip'] });
  emulator.ledger.seed(sampleAppId, ['3'], { Tags: ['vip', 'beta'] });
}
beforeEach(async () => await start());
afterAll(async () => await emulator.close());

const toVips: INodeParameters = { sender: '1', recipients: 'tags', tags: 'vip', text: 'Hi, 世界 "quoted"' };

/** Sends one broadcast an item. */
async function send(parameters: INodeParameters = {}, rows: IDataObject[] = [{}], setUp: NodeSetUp = {}) {
  const result = await runNode(emulator, rows, {
    operation: 'sendBroadcast',
    ...setUp,
    parameters: { resource: 'broadcast', ...toVips, ...parameters },
  });
  const outcomes = (items: typeof result.success) => items.map(({ json }) => json.outcome as IDataObject);
  return { ...result, sent: outcomes(result.success), unsent: outcomes(result.failed) };
}

const messages = () => emulator.ledger.broadcasts.map(({ message }) => message);

test('a text reaches the users with a tag, in the form that clients read', async () => {
  const { sent, unsent, hints } = await send();
  expect(unsent).toEqual([]);
  expect(sent).toEqual([{ success: true, requestId: emulator.arrivals[0]?.requestId, attempts: 1 }]);
  expect(emulator.ledger.broadcasts).toMatchObject([
    {
      to: { tags: ['vip'], match: 'any' },
      reached: ['1', '2', '3'],
      message: {
        Sender: '1',
        MsgType: 10001,
        MsgTTL: 86_400,
        InboxType: 0,
        Content: JSON.stringify({ text: 'Hi, 世界 "quoted"' }),
      },
    },
  ]);
  expect(hints).toEqual([expect.stringMatching(/^1 broadcast sent, 0 failed \(1 request, /)]);
});

test('all tags, or all users, are reached where that is chosen', async () => {
  await send({ tags: 'vip, beta', tagMatch: 'all' });
  await send({ recipients: 'all', tags: '' });
  expect(emulator.ledger.broadcasts.map(({ reached }) => reached)).toEqual([['3'], ['1', '2', '3']]);
  expect(emulator.arrivals[1]?.body).not.toMatch(/Tag/);
});

test.each<[what: string, parameters: INodeParameters, expected: object]>([
  [
    'custom JSON, with its numbers as they are written',
    { messageType: 'custom', content: ' {"price":1.10,"id":12345678901234567890} ' },
    { MsgType: 10012, Content: '{"price":1.10,"id":12345678901234567890}' },
  ],
  [
    'an object of an expression',
    { messageType: 'custom', content: '={{ { a: [1] } }}' },
    { MsgType: 10012, Content: '{"a":[1]}' },
  ],
  [
    'another type by its number',
    { messageType: 'other', messageTypeCode: '20001', content: '"plain"' },
    { MsgType: 20001, Content: '"plain"' },
  ],
])('the content may be %s', async (_what, parameters, expected) => {
  await start({ messageContent: 'free' });
  const { unsent } = await send(parameters);
  expect(unsent).toEqual([]);
  expect(messages()).toMatchObject([expected]);
});

test('the options go along', async () => {
  const options = { expiresAfter: 60, inbox: 3, extension: '{"level":7}' };
  await send({}, [{}], { options });
  expect(messages()).toMatchObject([{ MsgTTL: 60, InboxType: 3, Ext: { level: '7' } }]);
});

test.each<[what: string, parameters: INodeParameters, code: string, message: RegExp]>([
  ['tags that come out empty', { tags: '={{ $json.none }}' }, 'NoRecipients', /nobody would receive it/],
  ['tags of commas', { tags: ' , ' }, 'NoRecipients', /nobody would receive it/],
  ['text of blanks', { text: ' ' }, 'InvalidItem', /^'Content' is missing/],
  ['text that comes out empty', { text: '={{ $json.none }}' }, 'InvalidItem', /^'Content' is missing/],
  [
    'content that is no JSON',
    { messageType: 'custom', content: '{a:1}' },
    'InvalidItem',
    /^Content: it is not valid JSON/,
  ],
  [
    'a type of zero',
    { messageType: 'other', messageTypeCode: '0', content: '{}' },
    'InvalidItem',
    /^Message Type: /,
  ],
  ['a sender of words', { sender: 'Ann' }, 'InvalidItem', /^Sender: /],
  [
    'recipients that an expression gets wrong',
    { recipients: '={{ "" }}' },
    'InvalidItem',
    /'Recipients' must/,
  ],
])('with %s nothing is sent', async (_what, parameters, code, message) => {
  const { unsent } = await send(parameters);
  expect(unsent).toEqual([
    {
      success: false,
      code,
      message: expect.stringMatching(message) as string,
      kind: 'validation',
      retryable: false,
      attempts: 0,
    },
  ]);
  expect(emulator.arrivals).toEqual([]);
});

describe('more items than Max Broadcasts', () => {
  const rows = [{ text: 'a' }, { text: '' }, { text: 'a' }];
  const each = { text: '={{ $json.text }}' };

  test('stop the node before anything is sent', async () => {
    const { error, outputs } = await send(each, rows);
    expect(error).toMatchObject({
      message:
        "2 broadcasts would be sent, and 'Max Broadcasts' allows 1 (TooManyBroadcasts). Nothing was sent.",
      description: "If you want to send all of them, raise 'Max Broadcasts'.",
    });
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals).toEqual([]);
  });

  test('put every item on Failed where the node is to continue', async () => {
    const { unsent } = await send(each, rows, { settings: { onError: 'continueRegularOutput' } });
    expect(unsent.map(({ code, kind }) => [code, kind])).toEqual(Array(3).fill(['CannotBegin', 'notSent']));
    expect(emulator.arrivals).toEqual([]);
  });

  test('are sent where it allows them, one by one and in order, identical ones as well', async () => {
    const { sent, unsent } = await send(each, rows, { options: { maxBroadcasts: 2 } });
    expect([sent.length, unsent.length]).toEqual([2, 1]);
    expect(messages().map(({ Content }) => Content)).toEqual(Array(2).fill('{"text":"a"}'));
  });

  test('go out one after the other', async () => {
    await start({ latencyMs: 60 });
    const many = ['1', '2', '3', '4'].map((text) => ({ text }));
    await send(each, many, { options: { maxBroadcasts: 4 } });
    expect(messages().map(({ Content }) => Content)).toEqual(many.map((message) => JSON.stringify(message)));
    const at = emulator.arrivals.map((arrival) => arrival.at);
    at.slice(1).forEach((time, index) => expect(time - (at[index] as number)).toBeGreaterThanOrEqual(50));
  });
});

describe('a broadcast is never sent again', () => {
  test.each<[what: string, fault: object, code: string]>([
    ['after a reset connection', { reset: 'afterApplying' }, 'ECONNRESET'],
    ['after a 503', { status: 503, applyFirst: true }, expect.any(String) as unknown as string],
    ['after an answer that is cut off', { applyFirst: true, body: '{"Resp' }, 'InvalidReply'],
  ])('%s, and says that it may have gone out', async (_what, fault, code) => {
    await start({ faults: () => fault });
    const { unsent } = await send();
    expect(emulator.arrivals).toHaveLength(1);
    expect(emulator.ledger.broadcasts).toHaveLength(1);
    expect(unsent).toMatchObject([{ code, kind: 'unavailable', retryable: false, attempts: 1 }]);
    expect(unsent[0]?.message).toMatch(
      /may have gone out, so it was not sent again\. .*before you run it again/s,
    );
  });

  test('where it certainly did not arrive, it is', async () => {
    let calls = 0;
    await start({
      faults: () => {
        calls += 1;
        return calls === 1 ? { status: 429 } : {};
      },
    });
    const { sent } = await send();
    expect(sent).toMatchObject([{ attempts: 2 }]);
    expect(emulator.ledger.broadcasts).toHaveLength(1);
  });
});

test('the quota of a day ends the run, and says when to go on', async () => {
  await start({ broadcastsPerDay: 1 });
  const rows = [{}, {}, {}];
  const { sent, unsent } = await send({}, rows, { options: { maxBroadcasts: 3 } });
  expect(sent).toHaveLength(1);
  expect(unsent).toMatchObject([
    {
      code: 'RateLimitExceeded',
      kind: 'throttled',
      retryable: true,
      attempts: 1,
      message: expect.stringMatching(/tomorrow/) as string,
    },
    { code: 'NotSent', kind: 'notSent', retryable: true, attempts: 0 },
  ]);
  expect(emulator.arrivals).toHaveLength(2);
});

test('a dry run checks and counts, and sends nothing', async () => {
  const options = { validateOnly: true };
  const { sent } = await send({}, [{}], { options });
  expect(sent).toEqual([{ success: true, attempts: 0, code: 'Validated' }]);
  expect((await send({}, [{}, {}], { options })).error?.message).toMatch(/TooManyBroadcasts/);
  expect(emulator.arrivals).toEqual([]);
});

test('an operation of another resource stops the node', async () => {
  const { error } = await send({ resource: 'user' });
  expect(error?.message).toMatch(/no operation "sendBroadcast" of the resource "user"/);
  expect(emulator.arrivals).toEqual([]);
});
