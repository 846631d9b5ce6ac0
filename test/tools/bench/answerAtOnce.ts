import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { savedCredential } from './account';
import { resultOf } from './answers';

/** Hears of each request before it is answered. */
export type OnRequest = (requests: number) => void;

const credential = savedCredential();

/**
 * A context whose requests are signed for real and answered in memory, at once.
 *
 * @param result what the service says of an action and a body; by default it does as it is asked
 */
export function answerAtOnce(
  context: IExecuteFunctions,
  onRequest: OnRequest,
  result = resultOf,
): IExecuteFunctions {
  let requests = 0;
  const httpRequestWithAuthentication = async (_name: string, options: IHttpRequestOptions) => {
    requests += 1;
    onRequest(requests);
    const said = result(actionOf(options), String(options.body));
    await credential.type.authenticate(credential.data, options);
    return {
      statusCode: 200,
      headers: { date: new Date().toUTCString() },
      body: streamOf(success(requests, said)),
    };
  };
  const helpers = { ...context.helpers, httpRequestWithAuthentication };
  return Object.create(context, { helpers: { value: helpers } }) as IExecuteFunctions;
}

function actionOf({ url }: IHttpRequestOptions): string {
  return url.slice(url.indexOf('=') + 1, url.indexOf('&'));
}

function success(number: number, result: string): Buffer {
  const about = { Action: 'RegisterUsers', Version: '2020-12-01', Service: 'rtc', Region: 'cn-north-1' };
  const RequestId = `20240101000000${String(number).padStart(20, '0')}`;
  return Buffer.from(`{"ResponseMetadata":${JSON.stringify({ RequestId, ...about })},"Result":${result}}`);
}

function streamOf(bytes: Buffer) {
  return {
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
    destroy: () => {},
  };
}
