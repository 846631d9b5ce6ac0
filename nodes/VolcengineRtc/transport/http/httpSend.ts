import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Deadlines } from '../time/Deadlines';
import type { Environment } from '../environment';
import { readFailure } from './readFailure';
import { type BodyStream, readBody } from './readBody';
import { readReply } from './readReply';
import { replyForPeople, type Secrets } from './redact';
import type { ReplyHeaders } from './replyHeaders';
import type { ApiRequest, Reply, Send } from '../send';

/** Name of the credential that signs. */
export const credentialName = 'volcengineRtcApi';

/** How a call is made, and how its answer is read. */
export interface CallSettings {
  /** For one call as a whole: look-up of the credential, connection, head and body. */
  timeoutMs: number;
  /** Masked in every reply. */
  secrets: Secrets;
  /** The most bytes that are read of an answer. */
  mostReplyBytes: number;
  deadlines: Deadlines;
  /** Aborts when the execution is cancelled. */
  cancelled?: AbortSignal;
}

interface FullResponse {
  statusCode: number;
  headers: ReplyHeaders;
  body: BodyStream;
}

/** n8n's own timeout comes after ours, which spans more; it ends what ours cannot (n8n versions without `abortSignal`). */
const helperSlackMs = 1000;

/**
 * Sends a call through n8n's HTTP helper, which keeps the proxy, TLS and egress rules of the instance; the
 * credential signs it and knows where it goes.
 */
export function httpSend(
  context: IExecuteFunctions,
  { timeoutMs, secrets, mostReplyBytes, deadlines, cancelled }: CallSettings,
  wallNow: Environment['wallNow'],
): Send {
  const call = async (request: ApiRequest, givenUp: AbortSignal): Promise<Reply> => {
    const response = (await context.helpers.httpRequestWithAuthentication.call(
      withSignal(context, givenUp),
      credentialName,
      requestOptions(request, timeoutMs + helperSlackMs, givenUp),
    )) as FullResponse;
    const { statusCode, headers } = response;
    const isPage = isRefusalPage(response);
    const text = await readBody(response.body, mostReplyBytes, givenUp).catch((error: unknown) => {
      if (isPage) return undefined;
      throw error;
    });
    if (text === undefined && !isPage) return tooLarge(statusCode, mostReplyBytes);
    return readReply({ status: statusCode, headers, body: text ?? '' }, { ...request, now: wallNow() });
  };
  const tooLate = { message: `No complete answer came within ${timeoutMs} ms` };
  return async (request) => {
    const task = async (givenUp: AbortSignal) => await call(request, givenUp);
    const reply = await deadlines.meet(task, tooLate, cancelled).catch((error: unknown) => {
      cancelled?.throwIfAborted();
      return readFailure(error);
    });
    return replyForPeople(reply, secrets);
  };
}

/**
 * The context as n8n's helper is to see it. n8n 2 sends with the signal of the execution in place of that of the options,
 * and without ours a call that is given up keeps its connection: for good where the body has begun.
 */
function withSignal(context: IExecuteFunctions, signal: AbortSignal): IExecuteFunctions {
  return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as IExecuteFunctions;
}

/**
 * The page of a refusal, which need not be read whole, as its status says enough: of the answer to a refused CONNECT,
 * n8n's proxy agent hands on only what came with the head. What is announced as JSON may be an answer of the service,
 * which says more than its status.
 */
function isRefusalPage({ statusCode, headers }: FullResponse): boolean {
  const isJson = String(headers['content-type']).includes('json');
  return !isJson && (statusCode < 200 || statusCode > 299);
}

function tooLarge(httpStatus: number, mostBytes: number): Reply {
  const message = `it is larger than ${mostBytes} bytes`;
  return { kind: 'failure', httpStatus, error: { meaning: 'foreignPage', code: 'InvalidReply', message } };
}

/**
 * With the full response and the status ignored, HTTP errors are values and n8n sends a 401 only once. The body
 * is asked for as a stream, so that its size can be bounded and its long integers keep their digits.
 */
function requestOptions(
  { action, version, body }: ApiRequest,
  timeout: number,
  abortSignal: AbortSignal,
): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `/?Action=${action}&Version=${version}`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    timeout,
    abortSignal,
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
  };
}
