import {
  sampleAccount,
  sampleAppId,
  startEmulator,
  type Account,
  type Emulator,
  type EmulatorOptions,
} from './index';
import { DailyQuota } from './rate/dailyQuota';
import { calling, callingText, send } from './signedCall';

const colleague: Account = { ...sampleAccount, accessKeyId: 'AKLTcolleague', appIds: [777] };
const stranger: Account = {
  ...sampleAccount,
  accountId: '2100000002',
  accessKeyId: 'AKLTstranger',
  appIds: [888],
};
const hello = { Sender: 104, MsgTTL: 300, MsgType: 10001, Content: '{"text":"Hi"}' };

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator({ accounts: [sampleAccount, colleague, stranger], ...options });
}

const broadcast = (fields: object = {}, call: object = {}) =>
  send(emulator, { ...calling('UserBroadcast', { ...hello, ...fields }), ...call });
const reached = () => emulator.ledger.broadcasts.map((one) => one.reached);

function seedTagged(): void {
  emulator.ledger.seed(sampleAppId, ['1'], { Tags: ['a', 'b'] });
  emulator.ledger.seed(sampleAppId, ['2'], { Tags: ['b', 'c'] });
  emulator.ledger.seed(sampleAppId, ['3']);
}

beforeEach(() => start());
afterEach(() => emulator.close());

describe('a broadcast', () => {
  it('is kept with its message, its sender, its recipients and its request, and answers nothing', async () => {
    seedTagged();
    const rest = { InboxType: 1, TagOp: 1, Tags: ['a', 'b'], Ext: { k: 'v' } };
    expect(await broadcast(rest)).toMatchObject({ status: 200, result: {} });
    expect(emulator.ledger.broadcasts).toEqual([
      {
        appId: sampleAppId,
        message: { ...hello, Sender: '104', InboxType: 1, Ext: { k: 'v' } },
        to: { tags: ['a', 'b'], match: 'all' },
        reached: ['1'],
        requestId: emulator.arrivals[0]!.requestId,
        time: expect.any(Number),
      },
    ]);
  });

  it.each<[what: string, fields: object, ids: string[]]>([
    ['everybody who is registered', {}, ['1', '2', '3']],
    ['whoever has any of the tags', { Tags: ['a', 'c', 'x'] }, ['1', '2']],
    ['whoever has any of the tags, said so', { Tags: ['c'], TagOp: 0 }, ['2']],
    ['whoever has all of the tags', { Tags: ['b', 'c'], TagOp: 1 }, ['2']],
    ['nobody, where no one has the tags', { Tags: ['x'], TagOp: 1 }, []],
    ['everybody, where there are no tags to match', { TagOp: 1 }, ['1', '2', '3']],
  ])('reaches %s', async (_what, fields, ids) => {
    seedTagged();
    await broadcast(fields);
    expect(reached()).toEqual([ids]);
  });

  it('goes to inbox 0 where it names none', async () => {
    await broadcast();
    expect(emulator.ledger.broadcasts[0]?.message).toEqual({ ...hello, Sender: '104', InboxType: 0 });
  });

  it('reaches those who are registered and tagged when it is sent', async () => {
    seedTagged();
    await send(emulator, calling('UnRegisterUsers', { UserIds: [1] }));
    await send(emulator, calling('BatchUpdateUserTags', { UserIds: [3], Tags: ['b'], Op: 0 }));
    await broadcast({ Tags: ['b'] });
    emulator.ledger.seed(sampleAppId, ['4'], { Tags: ['b'] });
    expect(reached()).toEqual([['2', '3']]);
  });

  it('keeps apps apart', async () => {
    emulator.ledger.seed(777, ['7']);
    await broadcast();
    expect(reached()).toEqual([[]]);
  });

  it('is sent again by each request, the same message too', async () => {
    await broadcast();
    await broadcast();
    expect(emulator.ledger.broadcasts.map(({ requestId }) => requestId)).toEqual(
      emulator.arrivals.map(({ requestId }) => requestId),
    );
    expect(emulator.ledger.broadcasts).toHaveLength(2);
  });

  it('keeps every digit of its sender', async () => {
    const fields = '"Sender":9223372036854775807,"MsgTTL":604800,"MsgType":10012,"Content":"free"';
    expect((await send(emulator, callingText('UserBroadcast', fields))).status).toBe(200);
    expect(emulator.ledger.broadcasts[0]?.message.Sender).toBe('9223372036854775807');
  });

  it('may be carried out although the answer is an error', async () => {
    emulator.setFaults([{ status: 500, applyFirst: true }, { status: 500 }]);
    expect([(await broadcast()).status, (await broadcast()).status]).toEqual([500, 500]);
    expect(emulator.ledger.broadcasts).toHaveLength(1);
  });

  it('counts as the first attempt of its own message', async () => {
    const attempts: number[] = [];
    emulator.setFaults(({ attempt }) => void attempts.push(attempt));
    await broadcast();
    await broadcast({ Content: '{"text":"Ho"}' });
    await broadcast();
    expect(attempts).toEqual([1, 1, 2]);
  });

  it.each<[what: string, fields: object]>([
    ['text', {}],
    ['an empty text in its form', { Content: '{"text":""}' }],
    ['an image', { MsgType: 10003, Content: '{"__files":{"media":{"remoteURL":"https://x"}}}' }],
    ['an audio file', { MsgType: 10006, Content: '{"__files":{"media":{}}}' }],
    ['a custom message of any form', { MsgType: 10012, Content: 'free' }],
    ['a type that is documented nowhere', { MsgType: 20001, Content: 'free' }],
    ['a second', { MsgTTL: 1 }],
  ])('may be %s', async (_what, fields) => {
    expect(await broadcast(fields)).toMatchObject({ status: 200, result: {} });
  });
});

describe('a broadcast is refused', () => {
  it.each<[what: string, fields: object, message: RegExp]>([
    ['a missing sender', { Sender: undefined }, /^Sender is required/],
    ['a sender as text', { Sender: '104' }, /^Sender must be an integer/],
    ['a missing time', { MsgTTL: undefined }, /^MsgTTL is required/],
    ['a time of 0', { MsgTTL: 0 }, /^MsgTTL must be an integer from 1/],
    ['a time as text', { MsgTTL: '300' }, /^MsgTTL must be an integer/],
    ['a missing type', { MsgType: undefined }, /^MsgType is required/],
    ['a type as text', { MsgType: '10001' }, /^MsgType must be an integer/],
    ['a type of 0', { MsgType: 0 }, /^MsgType must be an integer from 1/],
    ['missing content', { Content: undefined }, /^Content is required/],
    ['empty content', { MsgType: 10012, Content: '' }, /^Content must be a string that is not empty/],
    ['content that is an object', { Content: { text: 'Hi' } }, /^Content must be a string/],
    ['bare text', { Content: 'Hi' }, /^Content must be JSON text of an object with a string under text/],
    ['text that is a number', { Content: '{"text":1}' }, /^Content must be JSON text/],
    [
      'text of an image',
      { MsgType: 10003 },
      /^Content must be JSON text of an object with files under __files/,
    ],
    ['no files', { MsgType: 10005, Content: '{"__files":{}}' }, /^Content must be .* files/],
    ['a file that is a number', { MsgType: 10005, Content: '{"__files":{"media":1}}' }, /^Content must be/],
    ['tags as text', { Tags: 'a' }, /^Tags must be an array of strings/],
    ['tags of 2023', { Tags: { age: ['young'] } }, /^Tags must be an array of strings/],
    ['an operator that does not exist', { TagOp: 2 }, /^TagOp must be an integer from 0 to 1/],
    ['Ext of numbers', { Ext: { k: 1 } }, /^Ext must have a string under k/],
    ['an inbox as text', { InboxType: '0' }, /^InboxType must be an integer/],
    ['an unknown field', { ClientMsgId: 'x' }, /^ClientMsgId is not a known field/],
  ])('with InvalidParam for %s', async (_what, fields, message) => {
    const reply = await broadcast(fields);
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
    expect(emulator.ledger.broadcasts).toEqual([]);
    expect(emulator.arrivals[0]).toMatchObject({ applied: false, code: 'InvalidParam' });
  });

  it('with a code of its own for more than a week', async () => {
    expect((await broadcast({ MsgTTL: 604_801 })).error?.Code).toBe('UserBroadcastMessageTTLMoreThanLimit');
    expect(emulator.ledger.broadcasts).toEqual([]);
  });

  it('for an app of another account', async () => {
    expect((await broadcast({ AppId: 888 })).error?.Code).toBe('NoAuth');
  });
});

describe("the day's quota", () => {
  const outcomes = async (count: number, fields: object = {}, call: object = {}) => {
    const codes: Array<string | undefined> = [];
    for (let i = 0; i < count; i += 1) codes.push((await broadcast(fields, call)).error?.Code);
    return codes;
  };

  it('is 20 an account; the 21st is refused and reaches nobody', async () => {
    expect(await outcomes(20)).toEqual(Array.from({ length: 20 }, () => undefined));
    const refused = await broadcast();
    expect(refused).toMatchObject({ status: 400, error: { Code: 'RateLimitExceeded' } });
    expect(refused.error).not.toHaveProperty('CodeN');
    expect(await outcomes(1, { AppId: 777 }, { account: colleague })).toEqual(['RateLimitExceeded']);
    expect(await outcomes(1, { AppId: 888 }, { account: stranger })).toEqual([undefined]);
    expect(emulator.ledger.broadcasts).toHaveLength(21);
  });

  it('counts calls that the service then refuses, and none that it never saw', async () => {
    await start({ broadcastsPerDay: 2 });
    emulator.setFaults([{ status: 500 }, { reset: 'beforeApplying' }, { code: 'FlowLimitExceeded' }]);
    await broadcast();
    await expect(broadcast()).rejects.toThrow();
    await broadcast();
    await broadcast({ Content: 'Hi' });
    expect(await outcomes(2)).toEqual([undefined, 'RateLimitExceeded']);
  });

  it('begins anew at midnight in Beijing', async () => {
    let now = Date.parse('2025-03-29T15:59:59.000Z');
    await start({ broadcastsPerDay: 1, date: () => new Date(now) });
    const at = () => ({ date: new Date(now) });
    expect(await outcomes(2, {}, at())).toEqual([undefined, 'RateLimitExceeded']);
    now += 1000;
    expect(await outcomes(2, {}, at())).toEqual([undefined, 'RateLimitExceeded']);
  });

  it('begins anew 24 hours after a call, if days are read so', () => {
    const hour = 3_600_000;
    const quota = new DailyQuota(2, 'rolling');
    const hours = [0, 10, 23, 24, 33, 34];
    expect(hours.map((at) => quota.admit('key', at * hour))).toEqual([true, true, false, true, false, true]);
  });

  it('is counted for each app, if it is read so', async () => {
    await start({ broadcastsPerDay: 1, broadcastQuotaPer: 'app' });
    expect(await outcomes(2)).toEqual([undefined, 'RateLimitExceeded']);
    expect(await outcomes(2, { AppId: 777 })).toEqual([undefined, 'RateLimitExceeded']);
  });

  it('can be lifted', async () => {
    await start({ broadcastsPerDay: Infinity });
    expect(await outcomes(25)).toEqual(Array.from({ length: 25 }, () => undefined));
  });

  it('can refuse in another way', async () => {
    await start({
      broadcastsPerDay: 0,
      broadcastThrottle: { status: 429, message: 'tomorrow', retryAfter: 60 },
    });
    const reply = await broadcast();
    expect(reply).toMatchObject({ status: 429, error: { Code: 'RateLimitExceeded', Message: 'tomorrow' } });
    expect(reply.headers['retry-after']).toBe('60');
  });

  it.each([-1, 0.5, Number.NaN])('cannot be %p', async (broadcastsPerDay) => {
    await expect(startEmulator({ broadcastsPerDay })).rejects.toThrow(RangeError);
  });
});

describe('as it may be read', () => {
  it('no tags are all users, or refused', async () => {
    seedTagged();
    await broadcast({ Tags: [] });
    expect(reached()).toEqual([['1', '2', '3']]);
    expect(emulator.ledger.broadcasts[0]?.to).toEqual({ match: 'any' });
    await start({ emptyTags: 'refused' });
    expect((await broadcast({ Tags: [] })).error).toMatchObject({
      Code: 'InvalidParam',
      Message: 'Tags must have at least one entry',
    });
  });

  it('a sender has to be registered', async () => {
    await start({ unregisteredSender: 'refused' });
    expect((await broadcast()).error?.Code).toBe('UserNotFound');
    emulator.ledger.seed(sampleAppId, ['104']);
    expect((await broadcast()).status).toBe(200);
  });

  it('content is free', async () => {
    await start({ messageContent: 'free' });
    expect((await broadcast({ Content: 'Your_Content' })).status).toBe(200);
  });

  it('types are those of the documentation alone', async () => {
    await start({ messageTypes: 'documented' });
    expect((await broadcast()).status).toBe(200);
    expect((await broadcast({ MsgType: 10002 })).error?.Message).toMatch(
      /^MsgType must be one of 10001, 10003/,
    );
  });

  it('a result with nothing in it is left out', async () => {
    await start({ emptyResult: 'absent' });
    const { text, status } = await broadcast();
    expect(status).toBe(200);
    expect(JSON.parse(text)).not.toHaveProperty('Result');
  });
});
