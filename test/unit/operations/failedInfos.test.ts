import { readFailedInfos } from '../../../nodes/VolcengineRtc/operations/failedInfos';

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
  ['text beyond 2^53', '9007199254740993', '9007199254740993'],
])('an id that comes as %s is read in digits', (_kind, UserId, digits) => {
  const result = { FailedInfos: [{ UserId, Code: 'UserNotFound', Message: 'UserisNotFound' }] };
  const error = { code: 'UserNotFound', message: 'UserisNotFound' };
  expect(readFailedInfos(result)).toEqual(new Map([[digits, error]]));
});

test('every user that is named has failed', () => {
  const infos = ['1', 2].map((UserId) => ({ UserId, Code: 'UserHasRegistered' }));
  expect([...(readFailedInfos({ FailedInfos: infos })?.keys() ?? [])]).toEqual(['1', '2']);
});

test('a message may be missing', () => {
  const failed = readFailedInfos({ FailedInfos: [{ UserId: '1', Code: 'InvalidParam' }] });
  expect(failed?.get('1')).toEqual({ code: 'InvalidParam', message: '' });
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
  ['an id that has lost digits', { FailedInfos: [{ UserId: 2 ** 53, Code: 'InvalidParam' }] }],
  ['a member without a code', { FailedInfos: [{ UserId: '1' }] }],
  ['a number as code', { FailedInfos: [{ UserId: '1', Code: 7 }] }],
  ['one broken member among sound ones', { FailedInfos: [{ UserId: '1', Code: 'A' }, {}] }],
])('%s is not of the documented shape', (_kind, result) => {
  expect(readFailedInfos(result)).toBeUndefined();
});
