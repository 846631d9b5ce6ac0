import type { IExecuteFunctions } from 'n8n-workflow';
import { credentialName, httpSend } from './httpSend';
import { sharedLimiter } from './limiters';
import { type Send, withRateLimit } from './send';

/** The way to the API for one execution of a node: n8n's HTTP helper behind the limiter of the access key. */
export async function apiSend(
  context: IExecuteFunctions,
  action: string,
  { timeoutMs, maxRequestsPerSecond }: { timeoutMs: number; maxRequestsPerSecond: number },
): Promise<Send> {
  const credentials = await context.getCredentials(credentialName);
  const [accessKeyId = '', ...others] = ['accessKeyId', 'secretAccessKey', 'sessionToken'].map((field) =>
    String(credentials[field] ?? '').trim(),
  );
  const send = httpSend(context, timeoutMs, [accessKeyId, ...others]);
  return withRateLimit(send, sharedLimiter(accessKeyId, action), maxRequestsPerSecond);
}
