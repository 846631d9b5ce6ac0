import fc from 'fast-check';
import { CannotSignError } from '../../credentials/request/CannotSignError';
import { authenticate, credentials } from '../support/credentials/signing';

const ownOrigins = ['https://gateway.example.com', 'http://127.0.0.1:4000', 'http://rtc.volcengineapi.com'];

const piece = fc.constantFrom(
  ...[
    'rtc',
    'sts',
    'evil',
    'example',
    'volcengineapi',
    'byteplusapi',
    'com',
    'cn',
    'gateway',
    '127.0.0.1',
    '[::1]',
  ],
  ...['.', '.', '.', '-', '@', ':', ':443', ':4000', ':80', '/', '\\', '?', '#', '%2e', '%2f', '%00', ' '],
  ...[
    'rtc.volcengineapi.com',
    '.volcengineapi.com',
    'evilvolcengineapi.com',
    'gateway.example.com',
    'ann:pw@',
  ],
  ...[
    'RTC.VOLCENGINEAPI.COM',
    'vоlcengineapi',
    'ｖolcengineapi',
    '。',
    '\u00ad',
    '\u200b',
    'xn--',
    '0x7f.1',
    '__proto__',
  ],
);
const scheme = fc.constantFrom(
  'https://',
  'http://',
  'HTTPS://',
  'https:/',
  'https:',
  '//',
  'ftp://',
  '',
  ' https://',
);
const address = fc
  .tuple(scheme, fc.array(piece, { minLength: 1, maxLength: 7 }))
  .map(([start, pieces]) => start + pieces.join(''));
const request = fc.record({
  url: fc.oneof(address, fc.constant('/?Action=A')),
  baseURL: fc.option(address, { nil: undefined }),
  isLegacy: fc.boolean(),
});

/** By another way than the product's: labels, from the last to the first. */
function isOfVolcengine({ protocol, hostname }: URL): boolean {
  const [top, domain, ...services] = hostname.split('.').reverse();
  const isDomain = top === 'com' && ['volcengineapi', 'byteplusapi'].includes(domain ?? '');
  return protocol === 'https:' && isDomain && services.length > 0 && services.every((label) => label !== '');
}

test('a request is signed for hosts of Volcengine and BytePlus over TLS, for the own Endpoint, and for no other', async () => {
  let signed = 0;
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom(...ownOrigins), async ({ url, baseURL, isLegacy }, origin) => {
      const options = isLegacy ? { uri: url, baseURL } : { url, baseURL };
      const given = { ...credentials, endpoint: `${origin}/path/` };
      const outcome = await authenticate(options, given).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(CannotSignError);
        return;
      }
      signed += 1;
      const { url: sent, headers } = outcome as Awaited<ReturnType<typeof authenticate>>;
      const target = new URL(sent);
      expect(isOfVolcengine(target) || target.origin === origin).toBe(true);
      expect([target.username, target.password, target.hash]).toEqual(['', '', '']);
      expect(headers.host).toBe(target.host);
      // Nothing is left in it that two parsers could read in two ways.
      expect(sent).toBe(target.href);
      expect(sent.slice(target.origin.length)).toMatch(/^\/[\w.~/%-]*(?:\?[\w.~%=&-]*)?$/);
    }),
    { numRuns: 3000 },
  );
  // Chance makes it some 340, give or take 20; far fewer mean that the addresses here test little.
  expect(signed).toBeGreaterThan(150);
});

test('a stranger is refused with words that name it and Endpoint as the way', async () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
  const host = fc.tuple(label, label).map((labels) => labels.join('.'));
  await fc.assert(
    fc.asyncProperty(host, fc.constantFrom('https', 'http'), async (stranger, protocol) => {
      fc.pre(!/^(?:volcengineapi|byteplusapi)\.com$/.test(stranger));
      const signing = authenticate({ url: `${protocol}://${stranger}/?a=1` });
      await expect(signing).rejects.toThrow(`does not sign requests to ${protocol}://${stranger},`);
      await expect(signing).rejects.toThrow(/enter it as the credential's Endpoint/);
    }),
    { numRuns: 200 },
  );
});
