import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Environment } from './environment';
import { readFailure } from './readFailure';
import { type BodyStream, readBody } from './readBody';
import { readClockAheadMs, readRetryAfterMs, type ReplyHeaders } from './replyHeaders';
import { readReply } from './readReply';
import { redact, redactAll } from './redact';
import type { Answer, ApiRequest, Reply, Send } from './send';
import { untilAborted } from './untilAborted';

/** Name of the credential that signs. */
export const credentialName = 'volcengineRtcApi';

/** How a call is made. */
export interface CallSettings {
  /** For one call. */
  timeoutMs: number;
  /** Texts that must not show up in a reply. */
  secrets: readonly string[];
  /** Aborts when the execution is cancelled. */
  cancelled?: AbortSignal;
}

interface FullResponse {
  statusCode: number;
  headers: ReplyHeaders;
  body: BodyStream;
}

/**
 * Sends a call through n8n's HTTP helper, which keeps the proxy, TLS and egress rules of the instance; the
 * credential signs it and knows where it goes.
 */
export function httpSend(
  context: IExecuteFunctions,
  { timeoutMs, secrets, cancelled }: CallSettings,
  { clock, wallNow }: Environment,
): Send {
  const call = async (request: ApiRequest): Promise<Reply> => {
    const response = (await context.helpers.httpRequestWithAuthentication.call(
      context,
      credentialName,
      requestOptions(request, timeoutMs),
    )) as FullResponse;
    const text = await readBody(response.body, timeoutMs, clock, cancelled);
    const reply = redactAnswer(readReply(response.statusCode, text), secrets);
    return withHeaders(reply, response.headers, wallNow());
  };
  return async (request) =>
    await untilAborted(call(request), cancelled).catch((error: unknown) => {
      cancelled?.throwIfAborted();
      return readFailure(error, (text) => redact(text, secrets));
    });
}

/**
 * With the full response and the status ignored, HTTP errors are values and n8n sends a 401 only once. The body
 * is asked for as a stream, so that its size can be bounded and its long integers keep their digits.
 */
function requestOptions({ action, version, body }: ApiRequest, timeoutMs: number): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `/?Action=${action}&Version=${version}`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    timeout: timeoutMs,
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
  };
}

function withHeaders(reply: Reply, headers: ReplyHeaders, now: number): Reply {
  if (reply.kind !== 'answered') return reply;
  return {
    ...reply,
    retryAfterMs: readRetryAfterMs(headers, now),
    clockAheadMs: readClockAheadMs(headers, now),
  };
}

/** Secrets may be repeated anywhere in an answer: in its error, its request id and its result. */
function redactAnswer(reply: Reply, secrets: readonly string[]): Reply {
  if (reply.kind !== 'answered') return reply;
  const { requestId, error, result } = reply;
  return { ...reply, ...(redactAll({ requestId, error, result }, secrets) as Partial<Answer>) };
}
