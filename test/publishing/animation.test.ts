/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the files of the repository */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const path = 'docs/images/register-users.gif';
const gif = readFileSync(join(root, path));

/** How long each picture of the GIF stays: its graphic control extension has that in hundredths of a second. */
function delaysMs(): number[] {
  const introducer = Buffer.from([0x21, 0xf9, 0x04]);
  const delays = [];
  for (let at = gif.indexOf(introducer); at >= 0; at = gif.indexOf(introducer, at + 1)) {
    if (gif[at + 7] === 0) delays.push(gif.readUInt16LE(at + 4) * 10);
  }
  return delays;
}

test('the README shows the animation, from an address that npm can load', () => {
  const address = `https://raw.githubusercontent.com/n8n-nodes-volcengine-rtc/n8n-nodes-volcengine-rtc/main/${path}`;
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`src="${address}"`);
});

test('the animation is under 2 MB', () => {
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
  expect(gif.length).toBeLessThan(2_000_000);
});

test('it takes 8 to 15 seconds, of which it rests for 2 to 3 at the end, and begins anew', () => {
  const delays = delaysMs();
  const total = delays.reduce((sum, ms) => sum + ms, 0);
  expect(total).toBeGreaterThanOrEqual(8_000);
  expect(total).toBeLessThanOrEqual(15_000);
  expect(delays.at(-1)).toBeGreaterThanOrEqual(2_000);
  expect(delays.at(-1)).toBeLessThanOrEqual(3_000);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
  expect(gif.includes(Buffer.from('NETSCAPE2.0\x03\x01\x00\x00', 'latin1'))).toBe(true);
});
