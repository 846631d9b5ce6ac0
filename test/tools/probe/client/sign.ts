import type { IHttpRequestOptions } from 'n8n-workflow';
import { accessKeyOf, endpointFor, regionOf } from '../../../../credentials/account';
import { scopeOf } from '../../../../credentials/region';
import { signedOptions } from '../../../../credentials/request/signedOptions';
import { VolcengineRtcApi } from '../../../../credentials/VolcengineRtcApi.credentials';
import type { Keys } from './keys';
import type { ProbeRequest } from './request';

/** A request as it is sent. */
export interface SignedRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Buffer;
}

const credentialType = new VolcengineRtcApi();

/**
 * Signs a request as the credential of this package does, so that a probe tries its signature as well.
 * @throws CannotSignError for keys that cannot go into a header
 */
export async function sign(request: ProbeRequest, own: Keys): Promise<SignedRequest> {
  const { action, version = '2020-12-01', body, base = '', aheadMinutes = 0 } = request;
  const credential = { ...own, ...request.keys };
  const options: IHttpRequestOptions = {
    method: body === undefined ? 'GET' : 'POST',
    url: `${base}/?Action=${action}&Version=${version}`,
    ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
  };
  const signed =
    aheadMinutes === 0
      ? await credentialType.authenticate(credential, options)
      : signedOptions(
          options as Parameters<typeof signedOptions>[0],
          accessKeyOf(credential),
          endpointFor(credential),
          (hostname) => scopeOf(hostname, regionOf(credential)),
          new Date(Date.now() + aheadMinutes * 60_000),
        );
  return signed as unknown as SignedRequest;
}
