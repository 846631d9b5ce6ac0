import type { IExecuteFunctions } from 'n8n-workflow';
import type { Environment } from './environment';
import { credentialName, httpSend } from './httpSend';
import type { Send } from './send';
import { withMaxInFlight } from './withMaxInFlight';
import { withRateLimit } from './limiter/withRateLimit';

/** How an execution sends. */
export interface SendSettings {
  timeoutMs: number;
  maxRequestsPerSecond: number;
  /** Calls under way at once. */
  maxInFlight: number;
  /** Aborts when the run stops by itself. */
  stopped: AbortSignal;
  /** Aborts when the execution is cancelled. */
  cancelled?: AbortSignal;
}

/** The way to the API for one execution of a node: n8n's HTTP helper behind the limiter of the access key. */
export async function apiSend(
  context: IExecuteFunctions,
  { action, requestsPerSecond }: { action: string; requestsPerSecond: number },
  { timeoutMs, maxRequestsPerSecond, maxInFlight, stopped, cancelled }: SendSettings,
  environment: Environment,
): Promise<Send> {
  const credentials = await context.getCredentials(credentialName);
  const textOf = (field: string) => String(credentials[field] ?? '').trim();
  const accessKeyId = textOf('accessKeyId');
  const endpointHost = hostOf(textOf('endpoint')) ?? textOf('region');
  const secrets = [accessKeyId, textOf('secretAccessKey'), textOf('sessionToken')];
  const send = httpSend(context, { timeoutMs, secrets, cancelled }, environment);
  const limiter = environment.limiterOf(accessKeyId, endpointHost, action, requestsPerSecond);
  const paced = withRateLimit(send, limiter, maxRequestsPerSecond, stopped, cancelled);
  return withMaxInFlight(paced, maxInFlight);
}

/** The host of a URL; undefined where there is none. Without an Endpoint, each region has one host. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
