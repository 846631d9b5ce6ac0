import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readReply } from './readReply';
import { redact } from './redact';
import type { ApiRequest, Reply, Send } from './send';

/** Name of the credential that signs. */
export const credentialName = 'volcengineRtcApi';

interface FullResponse {
  statusCode: number;
  body: unknown;
}

/**
 * Sends a call through n8n's HTTP helper, which keeps the proxy, TLS and egress rules of the instance; the
 * credential signs it and knows where it goes.
 *
 * @param timeoutMs for one call
 * @param secrets texts that must not show up in a reply
 */
export function httpSend(context: IExecuteFunctions, timeoutMs: number, secrets: readonly string[]): Send {
  return async (request, signal) => {
    try {
      const response = (await context.helpers.httpRequestWithAuthentication.call(
        context,
        credentialName,
        requestOptions(request, timeoutMs),
      )) as FullResponse;
      return redactError(readReply(response.statusCode, String(response.body ?? '')), secrets);
    } catch (error) {
      signal?.throwIfAborted();
      return readFailure(error, secrets);
    }
  };
}

/** With the full response and the status ignored, HTTP errors are values and n8n sends a 401 only once. */
function requestOptions({ action, version, body }: ApiRequest, timeoutMs: number): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `/?Action=${action}&Version=${version}`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    timeout: timeoutMs,
    encoding: 'text',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
  };
}

function redactError(reply: Reply, secrets: readonly string[]): Reply {
  if (reply.kind !== 'answered' || reply.error === undefined) return reply;
  const { code, message } = reply.error;
  return { ...reply, error: { code: redact(code, secrets), message: redact(message, secrets) } };
}

/** n8n wraps what went wrong in a NodeApiError whose cause names it. */
function readFailure(error: unknown, secrets: readonly string[]): Reply {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = codeOf(cause) ?? codeOf(error);
  const message = redact(cause instanceof Error ? cause.message : String(cause), secrets);
  return code === undefined || code === 'CannotSign'
    ? { kind: 'unsent', message }
    : { kind: 'unreachable', code, message };
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
