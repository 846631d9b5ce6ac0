/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a terminal, outside n8n */
import { PassThrough } from 'node:stream';
import { agrees } from './agrees';

/** A terminal at which a line is typed, and that stays open. */
function terminal(line: string): PassThrough & { isTTY: boolean } {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.write(line);
  return input;
}

test.each([
  ['yes\n', true],
  [' Y \n', true],
  ['no\n', false],
  ['\n', false],
])('%j at a terminal that stays open means %s, and nothing more is read from it', async (line, agreed) => {
  const input = terminal(line);
  expect(await agrees(input, () => {})).toBe(agreed);
  expect(input.isPaused()).toBe(true);
});

test('without a terminal nobody agrees, whatever comes in', async () => {
  const input = Object.assign(terminal('yes\n'), { isTTY: false });
  expect(await agrees(input, () => {})).toBe(false);
});
