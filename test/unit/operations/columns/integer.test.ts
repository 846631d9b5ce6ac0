import { readInteger } from '../../../../nodes/VolcengineRtc/operations/columns/integer';
import { problemOf } from './reading';

test.each<[kind: string, value: unknown, json: string]>([
  ['text of digits', '10001', '10001'],
  ['a number', 10001, '10001'],
  ['a bigint', 10001n, '10001'],
  ['zero', 0, '0'],
  ['zero as text', '0', '0'],
  ['minus zero', -0, '0'],
  ['zeros', '000', '0'],
  ['leading zeros', '007', '7'],
  ['leading zeros beyond 19 digits', '00000000000000000000000042', '42'],
  ['white space around digits', ' 42\n', '42'],
  ['the largest exact number', 9007199254740991, '9007199254740991'],
  ['text beyond 2^53', '9007199254740993', '9007199254740993'],
  ['a bigint beyond 2^53', 9007199254740993n, '9007199254740993'],
  ['the largest 64-bit integer', '9223372036854775807', '9223372036854775807'],
])('%s becomes a bare integer with every digit kept', (_kind, value, json) => {
  expect(readInteger(value)).toEqual({ json });
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['a number beyond 2^53-1', 9007199254740992, /lost digits.*pass the id as text/],
  ['a huge number', 1e300, /lost digits.*pass the id as text/],
  ['text beyond 64 bits', '9223372036854775808', /larger than 9223372036854775807/],
  ['text of 20 digits', '10000000000000000000', /larger than 9223372036854775807/],
  ['a bigint beyond 64 bits', 9223372036854775808n, /larger than 9223372036854775807/],
  ['a negative number', -1, /-1 is not an integer from 0/],
  ['a huge negative number', -1e300, /is not an integer from 0/],
  ['negative text', '-1', /"-1" is not an integer from 0/],
  ['a negative bigint', -1n, /is not an integer from 0/],
  ['a decimal', 1.5, /1\.5 is not an integer/],
  ['decimal text', '1.0', /"1\.0" is not an integer/],
  ['an exponent', '1e3', /"1e3" is not an integer/],
  ['a sign', '+1', /"\+1" is not an integer/],
  ['hexadecimal', '0x10', /"0x10" is not an integer/],
  ['grouped digits', '1,000', /"1,000" is not an integer/],
  ['digits of another script', '١٢٣', /is not an integer/],
  ['full-width digits', '１２３', /is not an integer/],
  ['white space', '   ', /is not an integer/],
  ['a word', 'user', /"user" is not an integer/],
  ['not a number', NaN, /NaN is not an integer/],
  ['infinity', Infinity, /Infinity is not an integer/],
  ['a boolean', true, /"true" is not an integer/],
  ['a list', ['1'], /is not an integer/],
  ['an object', { id: 1 }, /is not an integer/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readInteger(value))).toMatch(problem);
});
