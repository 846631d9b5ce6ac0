import type { Fault } from '../faults/fault';
import { renderError, renderResult, type ResponseMetadata } from '../rendering/envelope';
import type { EmulatorState } from '../state/emulatorState';
import type { Caller } from '../verifying/verify';
import type { Inbound } from './inbound';
import { judge, type Judgement } from './judge';

/** What goes back over the connection, and how. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  delayMs: number;
  /** From the head to the body. */
  bodyDelayMs: number;
  /** Reset the connection and send nothing. */
  reset: boolean;
  /** Announce the whole body and send half of it. */
  cutOff: boolean;
  /** Written in place of head and body. */
  raw?: string;
}

/**
 * Judges a request under its fault, writes it into the log of arrivals and says what to answer. Needs no socket.
 * @param known the caller of a request that has no signature to verify.
 */
export function answerTo(
  inbound: Inbound,
  fault: Fault | undefined,
  state: EmulatorState,
  known?: Caller,
): Answer {
  const lost = fault?.reset === 'beforeApplying';
  const judgement = lost ? { applied: false, fault } : judge(inbound, fault, state, known);
  const answer = rendered(inbound, judgement, state);
  state.arrivals.push({
    at: inbound.at,
    action: inbound.action,
    method: inbound.received.method,
    path: inbound.received.target,
    ...keptOf(inbound, answer, state),
    ...callerOf(inbound, judgement),
    ...inbound.named,
    status: answer.reset || answer.raw !== undefined ? 0 : answer.status,
    code: codeOf(judgement),
    applied: judgement.applied,
    requestId: inbound.requestId,
  });
  return answer;
}

function rendered(inbound: Inbound, judgement: Judgement, state: EmulatorState): Answer {
  const { fault, refusal } = judgement;
  const { latencyMs } = state.settings;
  const latency = typeof latencyMs === 'function' ? latencyMs() : (latencyMs ?? 0);
  const body = fault?.body ?? bodyOf(judgement, metadataOf(inbound, judgement, state));
  const html = fault?.body?.toString().trimStart().startsWith('<');
  return {
    status: fault?.status ?? (fault?.body === undefined ? refusal?.status : undefined) ?? 200,
    headers: {
      Date: state.settings.date().toUTCString(),
      'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      ...refusal?.headers,
      ...fault?.headers,
    },
    body,
    delayMs: latency + (fault?.delayMs ?? 0),
    bodyDelayMs: fault?.bodyDelayMs ?? 0,
    reset: fault?.reset !== undefined,
    cutOff: fault?.cutOff ?? false,
    raw: fault?.raw,
  };
}

// What a fault words itself is no error answer of the emulator's: what it stands for is only what the fault says.
function codeOf({ fault, refusal }: Judgement): string | undefined {
  const isWorded = [fault?.body, fault?.raw, fault?.error].some((given) => given !== undefined);
  return isWorded ? fault?.code : refusal?.code;
}

function bodyOf({ fault, refusal, result }: Judgement, metadata: ResponseMetadata): string {
  return refusal ? renderError(metadata, refusal, fault?.error) : renderResult(metadata, result);
}

function metadataOf(
  { requestId, action, version }: Inbound,
  judgement: Judgement,
  { settings }: EmulatorState,
): ResponseMetadata {
  const service = judgement.action?.service ?? settings.service;
  const region = judgement.caller?.region ?? settings.regions[0] ?? '';
  return { requestId: judgement.fault?.requestId ?? requestId, action, version, service, region };
}

function keptOf({ received }: Inbound, { body }: Answer, { settings }: EmulatorState) {
  if (!settings.keepBodies) return { headers: {} };
  const headers = Object.fromEntries(received.headers);
  return { headers, body: received.body.toString('utf8'), answer: body };
}

function callerOf({ received }: Inbound, { caller }: Judgement) {
  const claimed = /Credential=([^/,\s]+)/.exec(received.headers.get('authorization') ?? '')?.[1];
  return { accessKeyId: claimed, accountId: caller?.account.accountId };
}
