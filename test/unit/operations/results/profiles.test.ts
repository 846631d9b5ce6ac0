import { readProfiles } from '../../../../nodes/VolcengineRtc/operations/results/profiles';

const createTime = Date.parse('2025-03-29T18:09:37.123Z');

test('a profile is told in the words of the node, its times in ISO 8601', () => {
  const user = {
    AppId: 666675,
    UserId: '9223372036854775807',
    NickName: '张三',
    Portrait: 'https://example.com/a.png',
    Tags: ['vip', 'beta'],
    Ext: { level: '7' },
    IsRobot: false,
    CreateTime: createTime,
    ModifyTime: String(createTime + 1),
  };
  expect(readProfiles({ Users: [user], NotFoundUsers: [] })).toStrictEqual(
    new Map([
      [
        '9223372036854775807',
        {
          data: {
            user: {
              userId: '9223372036854775807',
              nickName: '张三',
              portrait: 'https://example.com/a.png',
              tags: ['vip', 'beta'],
              ext: { level: '7' },
              isRobot: false,
              createTime: '2025-03-29T18:09:37.123Z',
              modifyTime: '2025-03-29T18:09:37.124Z',
            },
          },
        },
      ],
    ]),
  );
});

test('what the service leaves out or gives as null is left out', () => {
  const user = { UserId: 7, NickName: null, Tags: null, Ext: null, IsRobot: null, CreateTime: null };
  expect(readProfiles({ Users: [user] })).toStrictEqual(
    new Map([['7', { data: { user: { userId: '7' } } }]]),
  );
});

test.each(['', 'soon', 1e300, {}, true])('a time of %j is left out', (CreateTime) => {
  const rows = readProfiles({ Users: [{ UserId: 7, CreateTime }] });
  expect(rows?.get('7')).toStrictEqual({ data: { user: { userId: '7' } } });
});

test('users are known by their ids, whatever the order of the lists', () => {
  const users = [3, '2'].map((UserId) => ({ UserId }));
  const rows = readProfiles({ Users: users, NotFoundUsers: ['1', 4] });
  const found = [...(rows ?? [])].map(([id, row]) => [id, 'data' in row]);
  expect(found).toEqual([
    ['3', true],
    ['2', true],
    ['1', false],
    ['4', false],
  ]);
});

test('a user that is not found has an error', () => {
  expect(readProfiles({ NotFoundUsers: [7] })?.get('7')).toEqual({
    error: { meaning: 'missingUser', code: 'UserNotFound', message: '' },
  });
});

test('a user in both lists is not found', () => {
  expect(readProfiles({ Users: [{ UserId: 7 }], NotFoundUsers: [7] })?.get('7')).toHaveProperty('error');
});

test.each<[kind: string, result: unknown]>([
  ['an empty result', {}],
  ['lists of null', { Users: null, NotFoundUsers: null }],
  ['empty lists', { Users: [], NotFoundUsers: [] }],
])('%s names nobody', (_kind, result) => {
  expect(readProfiles(result)).toEqual(new Map());
});

const sound = { UserId: 7 };
test.each<[kind: string, result: unknown]>([
  ['no result', undefined],
  ['null', null],
  ['a list', []],
  ['users of text', { Users: 'all' }],
  ['an id among the users', { Users: [7] }],
  ['a user without an id', { Users: [{ NickName: 'Ann' }] }],
  ['a user with an id of words', { Users: [{ UserId: 'ann' }] }],
  ['a nested nickname', { Users: [{ ...sound, NickName: {} }] }],
  ['a nested portrait', { Users: [{ ...sound, Portrait: [] }] }],
  ['a nested flag', { Users: [{ ...sound, IsRobot: {} }] }],
  ['tags of text', { Users: [{ ...sound, Tags: 'a' }] }],
  ['nested tags', { Users: [{ ...sound, Tags: [['a']] }] }],
  ['an extension of text', { Users: [{ ...sound, Ext: 'a' }] }],
  ['a nested extension', { Users: [{ ...sound, Ext: { a: {} } }] }],
  ['missing users of text', { NotFoundUsers: '7' }],
  ['a missing user of words', { NotFoundUsers: ['ann'] }],
  ['one broken user among sound ones', { Users: [sound, {}] }],
  ['more users than any request asks for', { Users: Array(1001).fill(sound) }],
  ['more missing users than any request asks for', { NotFoundUsers: Array(1001).fill(7) }],
])('%s is not of the documented shape', (_kind, result) => {
  expect(readProfiles(result)).toBeUndefined();
});
