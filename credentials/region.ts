import type { CredentialScope } from './signature/stringToSign';

/** The two sites of Volcengine RTC; an IM app belongs to the one that was chosen when it was created. */
export const regions = [
  { id: 'cn-north-1', name: 'Chinese Mainland', endpoint: 'https://rtc.volcengineapi.com' },
  { id: 'ap-southeast-1', name: 'Overseas', endpoint: 'https://open-ap-singapore-1.volcengineapi.com' },
] as const;

/** Base URL of a region's RTC OpenAPI; that of the Chinese mainland for a region that is not known. */
export function endpointOf(region: string): string {
  return (regions.find(({ id }) => id === region) ?? regions[0]).endpoint;
}

/**
 * The service that a host belongs to, as its credential scope names it.
 *
 * `<service>.volcengineapi.com` is the rule; `open.` and `open-…` are common gateways, and what lies behind
 * any other host (a private line, an emulator) is taken for RTC.
 */
export function scopeOf(hostname: string, region: string): CredentialScope {
  const service = /^(?!open\.)([a-z0-9_]+)\.volcengineapi\.com$/.exec(hostname)?.[1] ?? 'rtc';
  return { region, service };
}
