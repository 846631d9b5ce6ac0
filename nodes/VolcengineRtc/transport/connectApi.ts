import type { IExecuteFunctions } from 'n8n-workflow';
import type { CircuitBreaker } from './CircuitBreaker';
import { Deadlines } from './time/Deadlines';
import type { Environment } from './environment';
import { credentialName, httpSend } from './http/httpSend';
import type { Send } from './send';
import { withCircuitBreaker } from './withCircuitBreaker';
import { withMaxInFlight } from './withMaxInFlight';
import { withRateLimit } from './limiter/withRateLimit';

/** What an API action takes. */
export interface ApiAction {
  action: string;
  /** The service's limit, for a whole account. */
  requestsPerSecond: number;
  mostReplyBytes: number;
}

/** How an execution sends. */
export interface SendSettings {
  timeoutMs: number;
  maxRequestsPerSecond: number;
  /** Calls under way at once. */
  maxInFlight: number;
  /** Called when a request leaves. */
  onSend(): void;
  /** Of the execution: where the service is not reached, it is not reached for any action. */
  breaker: CircuitBreaker;
  /** Aborts when the execution is cancelled. */
  cancelled?: AbortSignal;
  /** Aborts when the run has come to its end. */
  ended: AbortSignal;
}

/**
 * The way to the API: n8n's HTTP helper behind the limiter of the access key.
 *
 * @throws where the credential cannot be had within the timeout
 */
export async function connectApi(
  context: IExecuteFunctions,
  { action, requestsPerSecond, mostReplyBytes }: ApiAction,
  { timeoutMs, maxRequestsPerSecond, maxInFlight, onSend, breaker, cancelled, ended }: SendSettings,
  environment: Environment,
): Promise<Send> {
  const { clock, wallNow } = environment;
  const deadlines = new Deadlines(clock, timeoutMs, ended);
  const credentials = await deadlines.meet(
    async () => await context.getCredentials(credentialName),
    {
      message: `n8n did not hand the credential over within ${timeoutMs} ms.`,
      description: "Check where n8n keeps it, such as a vault of external secrets, or raise 'Timeout'.",
    },
    cancelled,
  );
  const textOf = (field: string) => String(credentials[field] ?? '').trim();
  const accessKeyId = textOf('accessKeyId');
  const secrets = {
    accessKeyId,
    secretAccessKey: textOf('secretAccessKey'),
    sessionToken: textOf('sessionToken'),
  };
  const limiter = environment.limiterOf(accessKeyId, endpointOf(textOf), action, requestsPerSecond);
  const call = httpSend(context, { timeoutMs, secrets, mostReplyBytes, deadlines, cancelled }, wallNow);
  const noted: Send = async (request, signal) => {
    onSend();
    return await call(request, signal);
  };
  const paced = withRateLimit(noted, limiter, maxRequestsPerSecond, cancelled);
  const breaking = withCircuitBreaker(paced, breaker);
  return withMaxInFlight(breaking, maxInFlight);
}

/** Identifies an endpoint: by its host, or else by the region, which has one host. */
function endpointOf(textOf: (field: string) => string): string {
  const endpoint = textOf('endpoint');
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint || textOf('region');
}
