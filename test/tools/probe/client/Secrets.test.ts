/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- placeholders that open nothing */
import { stringify } from 'lossless-json';
import { readReply } from './reply';
import { Secrets } from './Secrets';

const keys = {
  accessKeyId: 'AKIDprobe12345',
  secretAccessKey: 'c2VjcmV0L29mK3Byb2JlPT0=',
  sessionToken: 'STS"quoted"/tok_en',
  region: 'cn-north-1',
  endpoint: '',
  appId: '666675',
};
const secrets = new Secrets(keys);

test.each([
  ['a key', 'The key AKIDprobe12345 is unknown', 'The key *** is unknown'],
  ['a secret inside a word', 'xc2VjcmV0L29mK3Byb2JlPT0=x', 'x***x'],
  ['a token as JSON has it', '{"m":"STS\\"quoted\\"\\/tok_en"}', '{"m":"***"}'],
  ['a secret with escapes', 'c2VjcmV0L29mK3Byb2JlPT0\\u003d, c2VjcmV0L29mK3Byb2JlPT0\\u003D', '***, ***'],
  ['a token in a URL', 'STS%22quoted%22%2Ftok_en STS%22quoted%22%2ftok_en', '*** ***'],
  ['a key of somebody', 'AKLTofSomebodyElse1', '***'],
  ['a signature or hash', `x ${'0a'.repeat(32)} y`, 'x *** y'],
  ['an account', '{"AccountId":2100000001}, account 2100000001', '{"AccountId":***}, account ***'],
  ['a resource name', 'trn:iam::2100000001:root', 'trn:iam::***:root'],
  [
    'no id of a user',
    '{"UserId":8053862579148553000,"Tags":["x"]}',
    '{"UserId":8053862579148553000,"Tags":["x"]}',
  ],
])('masks %s', (_, text, masked) => {
  expect(secrets.mask(text)).toBe(masked);
});

test('masks what it learns, and a short secret only where it stands alone', () => {
  const some = new Secrets({ ...keys, sessionToken: 'ab' });
  some.add('2100000001');
  expect(some.mask('tab ab about (ab) 2100000001')).toBe('tab *** about (***) ***');
});

test('masks every text of a reply, however deep, and keeps its numbers', () => {
  const { accessKeyId } = keys;
  const text = `{"ResponseMetadata":{"Error":{"Code":"C","Message":"no ${accessKeyId}"}},"Result":{"L":[{"m":"${accessKeyId}","n":8053862579148553000}]}}`;
  const masked = secrets.maskReply(readReply(400, text));
  expect(masked.error).toEqual({ code: 'C', message: 'no ***' });
  expect(masked.text).not.toContain(accessKeyId);
  expect(stringify(masked.result)).toBe('{"L":[{"m":"***","n":8053862579148553000}]}');
  expect(
    secrets.maskReply({ text: '', failure: `at ${accessKeyId}`, result: undefined, failed: [] }).failure,
  ).toBe('at ***');
});
