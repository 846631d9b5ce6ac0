import type { IHttpRequestOptions } from 'n8n-workflow';
import { VolcengineRtcApi } from './built';

/**
 * Notes each request when it is signed, which is when it leaves: arrivals are a while behind, and on a busy machine not
 * always in the same order.
 */
export class NotingCredential extends VolcengineRtcApi {
  constructor(note: (request: IHttpRequestOptions) => void) {
    super();
    const { authenticate } = this;
    this.authenticate = async (credentials, request) => {
      note(request);
      return await authenticate(credentials, request);
    };
  }
}
