import { readReply } from '../client/reply';
import { Secrets } from '../client/Secrets';
import { renderReport } from './renderReport';
import type { Report } from './report';

const secrets = new Secrets({
  accessKeyId: 'AKIDprobe12345',
  secretAccessKey: 'secret',
  sessionToken: '',
  region: 'cn-north-1',
  endpoint: '',
  appId: '1',
});

const exchange = (number: number, text: string, status = 200) => ({
  ...secrets.maskReply(readReply(status, text)),
  number,
  action: 'BatchGetUser',
  body: '{}',
  tookMs: 1,
});

const report: Report = {
  began: new Date(0),
  region: 'cn-north-1',
  endpoint: 'https://rtc.volcengineapi.com',
  answers: [],
  notAsked: [],
  exchanges: [],
  ending: 'All questions were asked.',
};

const rendered = (changes: Partial<Report>) => renderReport({ ...report, ...changes }, secrets);

test('a cell holds no pipe, no tag and no line break of an answer', () => {
  const text = rendered({ answers: [{ asks: 'a|b?', answer: '<img src=x>\nc', requests: [1, 2] }] });
  expect(text).toContain('| a\\|b? | &lt;img src=x> c | 1 to 2 |');
});

test('a reply cannot close its fence', () => {
  expect(rendered({ exchanges: [exchange(1, 'x\n````\n# y')] })).toContain('`````\nx\n````\n# y\n`````\n');
});

test('a long reply is cut, and no secret with it', () => {
  const text = rendered({ exchanges: [exchange(1, `${'x'.repeat(3995)}AKIDprobe12345${'y'.repeat(100)}`)] });
  expect(text).toMatch(/x\*\*\*yy… \(98 characters more\)/);
  expect(text).not.toContain('AKID');
});

test('a long message of a refusal is cut, and no secret with it', () => {
  const error = { Code: 'C', Message: `${'x'.repeat(195)}AKIDprobe12345${'y'.repeat(50)}` };
  const text = rendered({
    exchanges: [exchange(1, JSON.stringify({ ResponseMetadata: { Error: error } }), 400)],
  });
  expect(text).toContain('x\\*\\*\\*yy… (48 characters more)');
  expect(text).not.toContain('AKID');
});

test('requests that were answered alike are shown once', () => {
  const text = rendered({ exchanges: [exchange(1, 'a'), exchange(2, 'b'), exchange(3, 'c', 429)] });
  expect(text).toContain('### 1. BatchGetUser, and 1 alike');
  expect(text).toContain('### 3. BatchGetUser\n');
  expect(text).not.toContain('### 2.');
});
