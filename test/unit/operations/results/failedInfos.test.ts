import { failedInfosReader } from '../../../../nodes/VolcengineRtc/operations/results/failedInfos';

const readFailedInfos = failedInfosReader('existingUser');

test.each<[kind: string, result: unknown]>([
  ['no result', undefined],
  ['null', null],
  ['an empty result', {}],
  ['FailedInfos of null', { FailedInfos: null }],
  ['an empty list', { FailedInfos: [] }],
])('%s means that nobody failed', (_kind, result) => {
  expect(readFailedInfos(result)).toEqual(new Map());
});

test.each<[kind: string, id: unknown, digits: string]>([
  ['text', '10004', '10004'],
  ['a number', 10004, '10004'],
  ['zero', 0, '0'],
  ['text of zero', '0', '0'],
  ['text of zeros', '000', '0'],
  ['text with zeros in front', '0010004', '10004'],
  ['text beyond 2^53', '9007199254740993', '9007199254740993'],
  ['text of 40 digits', '7'.repeat(40), '7'.repeat(40)],
])('an id that comes as %s is read in digits', (_kind, UserId, digits) => {
  const result = { FailedInfos: [{ UserId, Code: 'UserNotFound', Message: 'UserisNotFound' }] };
  const error = { meaning: 'missingUser', code: 'UserNotFound', message: 'UserisNotFound' };
  expect(readFailedInfos(result)).toStrictEqual(new Map([[digits, { error }]]));
});

test('every user that is named has failed', () => {
  const infos = ['1', 2].map((UserId) => ({ UserId, Code: 'UserHasRegistered' }));
  expect([...(readFailedInfos({ FailedInfos: infos })?.keys() ?? [])]).toEqual(['1', '2']);
});

test.each<[code: string, meaning: string]>([
  ['UserHasRegistered', 'existingUser'],
  ['UpdateTooFrequent', 'userTooFrequent'],
  ['RateLimitExceeded', 'throttled'],
  ['InternalError', 'transient'],
  ['UserNotFound', 'missingUser'],
  ['AppNotFound', 'rejectedUser'],
])('a user that fails with %s is %s', (Code, meaning) => {
  const failed = readFailedInfos({ FailedInfos: [{ UserId: '1', Code }] });
  expect(failed?.get('1')).toMatchObject({ error: { meaning, code: Code } });
});

test.each(['', ' '])('the code %j is none', (Code) => {
  const failed = readFailedInfos({ FailedInfos: [{ UserId: '1', Code, Message: 'said' }] });
  expect(failed?.get('1')).toStrictEqual({ error: { meaning: 'rejectedUser', message: 'said' } });
});

test.each([undefined, null, '', ' ', 7])('a message of %j gives no reason', (Message) => {
  const failed = readFailedInfos({ FailedInfos: [{ UserId: '1', Code: 'InvalidParam', Message }] });
  expect(failed?.get('1')).toStrictEqual({
    error: { meaning: 'rejectedUser', code: 'InvalidParam', message: '' },
  });
});

describe('of a user that is named twice', () => {
  const fromBestToWorst = [
    'UserHasRegistered',
    'UpdateTooFrequent',
    'RateLimitExceeded',
    'InternalError',
    'UserNotFound',
  ];
  const pairs = fromBestToWorst.flatMap((better, at) =>
    fromBestToWorst.slice(at + 1).map((worse) => [better, worse] as const),
  );
  const readTwice = (one: string, other: string) =>
    readFailedInfos({
      FailedInfos: [
        { UserId: '1', Code: one },
        { UserId: 1, Code: other },
      ],
    });

  test.each(pairs)('%s gives way to %s, whichever comes first', (better, worse) => {
    for (const failed of [readTwice(better, worse), readTwice(worse, better)]) {
      expect(failed?.size).toBe(1);
      expect(failed?.get('1')).toMatchObject({ error: { code: worse } });
    }
  });

  test('what says that a user is as wanted already is the best there is', () => {
    const infos = ['UserNotFound', 'RateLimitExceeded'].map((Code) => ({ UserId: '1', Code }));
    const failed = failedInfosReader('missingUser')({ FailedInfos: infos });
    expect(failed?.get('1')).toMatchObject({ error: { code: 'RateLimitExceeded' } });
  });

  test('of two that are as bad the first holds, and others are not touched', () => {
    const infos = [
      { UserId: '1', Code: 'A' },
      { UserId: '2', Code: 'C' },
      { UserId: '1', Code: 'B' },
    ];
    const codes = [...(readFailedInfos({ FailedInfos: infos }) ?? [])].map(([id, row]) => [
      id,
      'error' in row && row.error.code,
    ]);
    expect(codes).toEqual([
      ['1', 'A'],
      ['2', 'C'],
    ]);
  });
});

test.each<[kind: string, result: unknown]>([
  ['a list as result', []],
  ['text as result', 'ok'],
  ['FailedInfos of an object', { FailedInfos: {} }],
  ['FailedInfos of text', { FailedInfos: '10004' }],
  ['an id as member', { FailedInfos: ['10004'] }],
  ['null as member', { FailedInfos: [null] }],
  ['a member without an id', { FailedInfos: [{ Code: 'InvalidParam' }] }],
  ['an empty id', { FailedInfos: [{ UserId: '', Code: 'InvalidParam' }] }],
  ['an id of words', { FailedInfos: [{ UserId: 'ann', Code: 'InvalidParam' }] }],
  ['a negative id', { FailedInfos: [{ UserId: -1, Code: 'InvalidParam' }] }],
  ['a fraction as id', { FailedInfos: [{ UserId: 1.5, Code: 'InvalidParam' }] }],
  ['digits with a sign as id', { FailedInfos: [{ UserId: '+1', Code: 'InvalidParam' }] }],
  ['digits with more behind as id', { FailedInfos: [{ UserId: '1x', Code: 'InvalidParam' }] }],
  ['digits with more before as id', { FailedInfos: [{ UserId: 'x1', Code: 'InvalidParam' }] }],
  ['an id of 41 digits', { FailedInfos: [{ UserId: '7'.repeat(41), Code: 'InvalidParam' }] }],
  ['an id that has lost digits', { FailedInfos: [{ UserId: 2 ** 53, Code: 'InvalidParam' }] }],
  ['a member without a code', { FailedInfos: [{ UserId: '1' }] }],
  ['a number as code', { FailedInfos: [{ UserId: '1', Code: 7 }] }],
  ['one broken member among sound ones', { FailedInfos: [{ UserId: '1', Code: 'A' }, {}] }],
])('%s is not of the documented shape', (_kind, result) => {
  expect(readFailedInfos(result)).toBeUndefined();
});
