import { EnvHttpProxyAgent, request } from 'undici';
import { readReply, type Reply } from './reply';
import type { SignedRequest } from './sign';

const timeoutMs = 10_000;

/** The proxy of the environment (`HTTPS_PROXY`), where there is one. */
const dispatcher = new EnvHttpProxyAgent();

/** Sends a request and reads the answer whole; what becomes of the network is a reply as well. Follows no redirect. */
export async function send({ url, method, headers, body }: SignedRequest): Promise<Reply> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await request(url, { method, headers, body, signal, dispatcher });
    const retryAfter = answer.headers['retry-after'];
    return readReply(answer.statusCode, await answer.body.text(), retryAfter?.toString());
  } catch (error) {
    const { code, name, message } = error as Error & { code?: unknown };
    const failure = typeof code === 'string' ? code : `${name}: ${message}`;
    return { text: '', failure, result: undefined, failed: [] };
  }
}
