import { sampleAppId, startEmulator, type Emulator, type EmulatorOptions, type Profile } from './index';
import { calling, callingText, registering, send } from './signedCall';

let emulator: Emulator;

async function start(options: EmulatorOptions = {}) {
  await emulator?.close();
  emulator = await startEmulator(options);
}

const before: Profile = {
  NickName: 'Ann',
  Portrait: 'http://p',
  Tags: ['a', 'b'],
  Ext: { k: 'v', l: 'w' },
  IsRobot: true,
};

const update = (...Users: object[]) => send(emulator, calling('BatchUpdateUser', { Users }));
const profileOf = (userId: string) => emulator.ledger.find(sampleAppId, userId)?.profile;

/** What becomes of a whole profile by an update with these fields. */
async function updated(fields: object, options: EmulatorOptions = {}): Promise<Profile | undefined> {
  await start(options);
  emulator.ledger.seed(sampleAppId, ['1'], before);
  await update({ UserId: 1, ...fields });
  return profileOf('1');
}

beforeEach(() => start());
afterEach(() => emulator.close());

describe('updating', () => {
  it('changes what is given, leaves the rest, and says that nobody failed with an empty list', async () => {
    emulator.ledger.seed(sampleAppId, ['1', '2'], before);
    const reply = await update({ UserId: 1, NickName: 'Bo' }, { UserId: 2, Portrait: '', Tags: ['c'] });
    expect(reply).toMatchObject({ status: 200, result: { FailedInfos: [] } });
    expect(profileOf('1')).toEqual({ ...before, NickName: 'Bo' });
    expect(profileOf('2')).toEqual({ ...before, Tags: ['c'] });
  });

  it('keeps which request changed a user and when, and when it was registered', async () => {
    let now = Date.now();
    await start({ date: () => new Date(now) });
    const createTime = now;
    await send(emulator, registering({ UserId: 1, NickName: 'Ann' }));
    now += 1000;
    await update({ UserId: 1, NickName: 'Bo' });
    now += 1000;
    await update({ UserId: 1, NickName: 'Cy' });
    const [registered, first, second] = emulator.arrivals.map(({ requestId }) => requestId);
    expect(emulator.ledger.find(sampleAppId, '1')).toMatchObject({
      requestId: registered,
      createTime,
      modifyTime: createTime + 2000,
      changedBy: [first, second],
      timesRequested: 1,
    });
  });

  it('fails for users that are not registered, and registers none of them', async () => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const { text } = await send(
      emulator,
      callingText(
        'BatchUpdateUser',
        '"Users":[{"UserId":9007199254740993,"NickName":"x"},{"UserId":1,"NickName":"y"}]',
      ),
    );
    expect(text).toContain('"FailedInfos":[{"UserId":9007199254740993,"Code":"UserNotFound"');
    expect(emulator.ledger.userIds(sampleAppId)).toEqual(['1']);
    expect(profileOf('1')).toEqual({ NickName: 'y' });
  });

  it('leaves scripted users as they are', async () => {
    await start({ rejectUsers: { '1': { code: 'UpdateTooFrequent', message: 'wait' } } });
    emulator.ledger.seed(sampleAppId, ['1', '2'], before);
    const reply = await update({ UserId: 1, NickName: 'x' }, { UserId: 2, NickName: 'x' });
    expect(reply.result?.FailedInfos).toEqual([{ UserId: 1, Code: 'UpdateTooFrequent', Message: 'wait' }]);
    expect([profileOf('1'), profileOf('2')]).toEqual([before, { ...before, NickName: 'x' }]);
  });

  it('takes 10 users, texts as long as when registering, and tags and Ext of null beside another field', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => String(i));
    emulator.ledger.seed(sampleAppId, ids);
    const fields = { NickName: '😀'.repeat(100), Portrait: 'é'.repeat(500), Tags: null, Ext: null };
    const reply = await update(...ids.map((id) => ({ UserId: Number(id), ...fields })));
    expect(reply).toMatchObject({ status: 200, result: { FailedInfos: [] } });
    expect(profileOf('9')).toEqual({ NickName: fields.NickName, Portrait: fields.Portrait });
  });
});

describe('InvalidParam refuses the whole request for', () => {
  const eleven = Array.from({ length: 11 }, (_, UserId) => ({ UserId, NickName: 'x' }));
  it.each<[what: string, fields: object, message: RegExp]>([
    ['no users', { Users: [] }, /^Users must be an array of 1 to 10/],
    ['11 users', { Users: eleven }, /^Users must be an array of 1 to 10/],
    ['no list', {}, /^Users is required/],
    ['a list of ids', { UserIds: [1] }, /^Users is required/],
    ['a user without an id', { Users: [{ NickName: 'x' }] }, /^Users\[0\]\.UserId is required/],
    ['an id as text', { Users: [{ UserId: '1', NickName: 'x' }] }, /^Users\[0\]\.UserId must be an integer/],
    ['IsRobot', { Users: [{ UserId: 1, IsRobot: true }] }, /^Users\[0\]\.IsRobot is not a known field/],
    [
      'a NickName of null',
      { Users: [{ UserId: 1, NickName: null }] },
      /^Users\[0\]\.NickName must be a string/,
    ],
    [
      'a long NickName',
      { Users: [{ UserId: 1, NickName: 'x'.repeat(101) }] },
      /^Users\[0\]\.NickName .* 100/,
    ],
    [
      'a long Portrait',
      { Users: [{ UserId: 1, Portrait: 'x'.repeat(501) }] },
      /^Users\[0\]\.Portrait .* 500/,
    ],
    ['Tags as text', { Users: [{ UserId: 1, Tags: 'a,b' }] }, /^Users\[0\]\.Tags must be an array/],
    [
      'a number in Ext',
      { Users: [{ UserId: 1, Ext: { k: 1 } }] },
      /^Users\[0\]\.Ext must have a string under k/,
    ],
    ['an id alone', { Users: [{ UserId: 1 }] }, /^Users\[0\] gives nothing to update/],
    [
      'nothing but empty values',
      { Users: [{ UserId: 1, NickName: '', Tags: [], Ext: null }] },
      /^Users\[0\] gives nothing to update/,
    ],
    [
      'an id given twice',
      {
        Users: [
          { UserId: 1, NickName: 'x' },
          { UserId: 1, NickName: 'y' },
        ],
      },
      /^Users\[1\]\.UserId repeats Users\[0\]\.UserId \(1\)/,
    ],
  ])('%s', async (_what, fields, message) => {
    emulator.ledger.seed(sampleAppId, ['1'], before);
    const reply = await send(emulator, calling('BatchUpdateUser', fields));
    expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
    expect(reply.error?.Message).toMatch(message);
    expect(profileOf('1')).toEqual(before);
  });
});

describe('as it may be read', () => {
  it('what is left out is cleared, but for whether the user is a robot', async () => {
    expect(await updated({ NickName: 'Bo' }, { omittedOnUpdate: 'clear' })).toEqual({
      NickName: 'Bo',
      IsRobot: true,
    });
  });

  it('null is left out', async () => {
    expect(await updated({ NickName: 'Bo', Tags: null, Ext: null })).toEqual({ ...before, NickName: 'Bo' });
    expect(await updated({ NickName: 'Bo', Tags: null, Ext: null }, { emptyOnUpdate: 'cleared' })).toEqual({
      ...before,
      NickName: 'Bo',
    });
  });

  it('empty values are left out, or clear', async () => {
    const fields = { NickName: '', Portrait: 'http://q', Tags: [], Ext: {} };
    expect(await updated(fields)).toEqual({ ...before, Portrait: 'http://q' });
    expect(await updated(fields, { emptyOnUpdate: 'cleared' })).toEqual({
      Portrait: 'http://q',
      IsRobot: true,
    });
  });

  it('tags replace those before, or join them', async () => {
    expect(await updated({ Tags: ['c', 'b'] })).toMatchObject({ Tags: ['c', 'b'] });
    expect(await updated({ Tags: ['c', 'b'] }, { updatedTags: 'merge' })).toMatchObject({
      Tags: ['a', 'b', 'c'],
    });
  });

  it('Ext joins the one before, or replaces it', async () => {
    const Ext = { k: 'new', m: 'x' };
    expect(await updated({ Ext })).toMatchObject({ Ext: { k: 'new', l: 'w', m: 'x' } });
    expect((await updated({ Ext }, { updatedExt: 'replace' }))?.Ext).toEqual(Ext);
  });

  it('an id alone may be right, and clears where what is left out does', async () => {
    expect(await updated({}, { emptyUpdate: 'accepted' })).toEqual(before);
    expect(await updated({}, { emptyUpdate: 'accepted', omittedOnUpdate: 'clear' })).toEqual({
      IsRobot: true,
    });
  });

  it('an empty list of tags is refused', async () => {
    await start({ emptyTags: 'refused' });
    expect((await update({ UserId: 1, NickName: 'x', Tags: [] })).error).toMatchObject({
      Code: 'InvalidParam',
      Message: 'Users[0].Tags must have at least one entry',
    });
  });

  it('an unknown user refuses the whole request, or is no failure', async () => {
    const users = [1, 2].map((UserId) => ({ UserId, NickName: 'Bo' }));
    await start({ missingUsersAs: 'requestError' });
    emulator.ledger.seed(sampleAppId, ['1'], before);
    expect((await update(...users)).error?.Code).toBe('UserNotFound');
    expect(profileOf('1')).toEqual(before);
    await start({ missingUsersAs: 'ignored' });
    emulator.ledger.seed(sampleAppId, ['1'], before);
    expect((await update(...users)).result).toEqual({ FailedInfos: [] });
    expect([profileOf('1')?.NickName, profileOf('2')]).toEqual(['Bo', undefined]);
  });

  it('a wrong user fails alone, unless nobody knows which it is', async () => {
    await start({ invalidUsers: 'failedInfos' });
    emulator.ledger.seed(sampleAppId, ['1', '2'], before);
    const long = { UserId: 1, NickName: 'x'.repeat(101) };
    const reply = await update(long, { UserId: 2, NickName: 'Bo' });
    expect(reply.result?.FailedInfos).toMatchObject([
      { UserId: 1, Code: 'InvalidParam', Message: expect.stringMatching(/^Users\[0\]\.NickName/) },
    ]);
    expect([profileOf('1'), profileOf('2')]).toEqual([before, { ...before, NickName: 'Bo' }]);
    expect((await update({ UserId: 2, NickName: 'Cy' }, { NickName: 'x' })).error?.Code).toBe('InvalidParam');
    expect(profileOf('2')).toEqual({ ...before, NickName: 'Bo' });
  });

  it.each([
    ['inTurn', 'y'],
    ['once', 'x'],
  ] as const)('an id given twice counts %s', async (duplicateIds, NickName) => {
    await start({ duplicateIds });
    emulator.ledger.seed(sampleAppId, ['1']);
    await update({ UserId: 1, NickName: 'x' }, { UserId: 1, NickName: 'y' });
    expect(profileOf('1')).toEqual({ NickName });
  });
});
