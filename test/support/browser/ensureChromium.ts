/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { existsSync } from 'node:fs';
import { aptGet } from '../n8n';

/** The fonts are for the names of users: Latin, Chinese and emoji. */
const packages = ['chromium', 'fonts-liberation', 'fonts-wqy-microhei', 'fonts-noto-color-emoji'];

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium, which is installed if that is possible here. */
export async function ensureChromium(): Promise<string> {
  const fonts = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';
  const isDebian = existsSync('/etc/debian_version');
  if (places.find(existsSync) === undefined || (isDebian && !existsSync(fonts))) await aptGet(packages);
  const found = places.find(existsSync);
  if (found === undefined) throw new Error('Chromium was not found: name its path in CHROMIUM');
  return found;
}
