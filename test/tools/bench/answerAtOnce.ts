import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { savedCredential } from './account';

/** Hears of each request before it is answered. */
export type OnRequest = (requests: number) => void;

const credential = savedCredential();

/** A context whose requests are signed for real and answered in memory: every user is registered, at once. */
export function answerAtOnce(context: IExecuteFunctions, onRequest: OnRequest): IExecuteFunctions {
  let requests = 0;
  const httpRequestWithAuthentication = async (_name: string, options: IHttpRequestOptions) => {
    requests += 1;
    onRequest(requests);
    await credential.type.authenticate(credential.data, options);
    return {
      statusCode: 200,
      headers: { date: new Date().toUTCString() },
      body: streamOf(success(requests)),
    };
  };
  const helpers = { ...context.helpers, httpRequestWithAuthentication };
  return Object.create(context, { helpers: { value: helpers } }) as IExecuteFunctions;
}

function success(number: number): Buffer {
  const about = { Action: 'RegisterUsers', Version: '2020-12-01', Service: 'rtc', Region: 'cn-north-1' };
  const RequestId = `20240101000000${String(number).padStart(20, '0')}`;
  return Buffer.from(JSON.stringify({ ResponseMetadata: { RequestId, ...about }, Result: {} }));
}

function streamOf(bytes: Buffer) {
  return {
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
    destroy: () => {},
  };
}
