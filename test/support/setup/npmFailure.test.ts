import { npmFailure } from './npmFailure';

test.each([
  ['npm error code ENOTFOUND', 'npm could not reach its registry.'],
  ['npm error code ECONNREFUSED', 'npm could not reach its registry.'],
  ['npm error code ENOSPC', 'The disk is full.'],
  ['npm error code EACCES', 'npm may not write where it has to.'],
])('"%s" is said in plain words first', (said, words) => {
  expect(npmFailure(1, `npm warn x\n${said}\n`)).toMatch(
    new RegExp(`^${words}.*start again\\.\\nnpm ci failed`),
  );
});

test('a failure that is not known shows the end of what npm said', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  const message = npmFailure(7, lines.join('\n'));
  expect(message).toMatch(/^npm ci failed \(exit code 7\):\nline 80\n/);
  expect(message).toMatch(/line 99$/);
});
