import { sampleAppId, startEmulator, type Emulator, type EmulatorOptions } from './index';
import { calling, callingText, registering, send } from './signedCall';

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
}

const change = (Op: number | undefined, UserIds: unknown, Tags: unknown) =>
  send(emulator, calling('BatchUpdateUserTags', { UserIds, Tags, Op }));
const tagsOf = (userId: string) => emulator.ledger.find(sampleAppId, userId)?.profile.Tags;

beforeEach(() => start());
afterEach(() => emulator.close());

describe('tagging', () => {
  it('adds to each of the users what is not there yet', async () => {
    await send(emulator, registering({ UserId: 1, NickName: 'Ann', Tags: ['a'] }, 2));
    expect(await change(0, [1, 2], ['b', 'a', 'b'])).toMatchObject({ status: 200, result: {} });
    expect(emulator.ledger.find(sampleAppId, '1')).toMatchObject({
      profile: { NickName: 'Ann', Tags: ['a', 'b'] },
      changedBy: [emulator.arrivals[1]!.requestId],
    });
    expect(tagsOf('2')).toEqual(['b', 'a']);
  });

  it('removes from each of the users what is there', async () => {
    await send(emulator, registering({ UserId: 1, Tags: ['a', 'b', 'c'] }, { UserId: 2, Tags: ['a'] }));
    expect(await change(1, [1, 2], ['a', 'c', 'd'])).toMatchObject({ status: 200, result: {} });
    expect([tagsOf('1'), tagsOf('2')]).toEqual([['b'], undefined]);
  });

  it('adds the same once however often it is sent', async () => {
    emulator.ledger.seed(sampleAppId, ['1']);
    await change(0, [1], ['a']);
    await change(0, [1], ['a']);
    expect(tagsOf('1')).toEqual(['a']);
  });

  it('fails for users that are not registered', async () => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const { text } = await send(
      emulator,
      callingText('BatchUpdateUserTags', '"UserIds":[9007199254740993,1],"Tags":["a"],"Op":0'),
    );
    expect(text).toContain('"FailedInfos":[{"UserId":9007199254740993,"Code":"UserNotFound"');
    expect([emulator.ledger.count(), tagsOf('1')]).toEqual([1, ['a']]);
  });

  it('leaves scripted users as they are', async () => {
    await start({ rejectUsers: { '1': 'UpdateTooFrequent' } });
    emulator.ledger.seed(sampleAppId, ['1', '2']);
    const { result } = await change(0, [1, 2], ['a']);
    expect(result?.FailedInfos).toMatchObject([{ UserId: 1, Code: 'UpdateTooFrequent' }]);
    expect([tagsOf('1'), tagsOf('2')]).toEqual([undefined, ['a']]);
  });
});

describe('InvalidParam refuses', () => {
  const eleven = Array.from({ length: 11 }, (_, i) => i);
  it.each<[what: string, fields: object, message: RegExp]>([
    ['no ids', { UserIds: [], Tags: ['a'], Op: 0 }, /^UserIds must be an array of 1 to 10/],
    ['11 ids', { UserIds: eleven, Tags: ['a'], Op: 0 }, /^UserIds must be an array of 1 to 10/],
    ['an id as text', { UserIds: ['1'], Tags: ['a'], Op: 0 }, /^UserIds\[0\] must be an integer/],
    ['missing tags', { UserIds: [1], Op: 0 }, /^Tags is required/],
    ['no tags', { UserIds: [1], Tags: [], Op: 0 }, /^Tags must have at least one entry/],
    ['tags as text', { UserIds: [1], Tags: 'a', Op: 0 }, /^Tags must be an array of strings/],
    ['a tag that is a number', { UserIds: [1], Tags: [1], Op: 0 }, /^Tags must be an array of strings/],
    ['tags of null', { UserIds: [1], Tags: null, Op: 0 }, /^Tags must be an array of strings/],
    ['a missing Op', { UserIds: [1], Tags: ['a'] }, /^Op is required/],
    ['an Op that does not exist', { UserIds: [1], Tags: ['a'], Op: 2 }, /^Op must be an integer from 0 to 1/],
    ['an Op as text', { UserIds: [1], Tags: ['a'], Op: '0' }, /^Op must be an integer/],
    ['the form of 2023', { UserTags: [{ UserId: 1, Tags: { k: 'v' } }], Op: 0 }, /^UserIds is required/],
    ['an unknown field', { UserIds: [1], Tags: ['a'], Op: 0, InboxType: 0 }, /^InboxType is not a known/],
    ['an id given twice', { UserIds: [1, 1], Tags: ['a'], Op: 0 }, /^UserIds\[1\] repeats UserIds\[0\]/],
  ])('%s', async (_what, fields, message) => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const reply = await send(emulator, calling('BatchUpdateUserTags', fields));
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
    expect(tagsOf('1')).toBeUndefined();
  });
});

describe('as it may be read', () => {
  it('a request without Op adds', async () => {
    await start({ omittedOp: 'append' });
    emulator.ledger.seed(sampleAppId, ['1'], { Tags: ['a'] });
    expect(await change(undefined, [1], ['b'])).toMatchObject({ status: 200 });
    expect(tagsOf('1')).toEqual(['a', 'b']);
  });

  it('a request takes as many ids as is said', async () => {
    await start({ tagIdsPerRequest: 20 });
    const ids = Array.from({ length: 21 }, (_, i) => i);
    emulator.ledger.seed(sampleAppId, ids.map(String));
    expect((await change(0, ids.slice(1), ['a'])).result).toEqual({});
    expect((await change(0, ids, ['a'])).error?.Message).toMatch(/^UserIds must be an array of 1 to 20/);
  });

  it('tags have limits', async () => {
    await start({ tagLimits: { count: 2, characters: 3 } });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect((await change(0, [1], ['😀😀😀', 'abc'])).result).toEqual({});
    expect((await change(0, [1], ['a', 'b', 'c'])).error?.Message).toBe('Tags must have at most 2 entries');
    expect((await change(0, [1], ['abcd'])).error?.Message).toMatch(/^Tags must have no entry longer than 3/);
  });

  it('an unknown user refuses the whole request, or is no failure', async () => {
    await start({ missingUsersAs: 'requestError' });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect((await change(0, [1, 2], ['a'])).error?.Code).toBe('UserNotFound');
    expect(tagsOf('1')).toBeUndefined();
    await start({ missingUsersAs: 'ignored' });
    emulator.ledger.seed(sampleAppId, ['1']);
    expect((await change(0, [1, 2], ['a'])).result).toEqual({});
    expect(tagsOf('1')).toEqual(['a']);
  });
});
