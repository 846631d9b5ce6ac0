import { serviceOf } from './serviceHost';
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

/** What a request to a host is signed for: the host's service, or else RTC (a common gateway, a private line, an emulator). */
export function scopeOf(hostname: string, region: string): CredentialScope {
  return { region, service: serviceOf(hostname) ?? 'rtc' };
}
