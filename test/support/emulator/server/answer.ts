import { renderError, renderResult, type ResponseMetadata } from '../rendering/envelope';
import type { EmulatorState } from '../state/emulatorState';
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

/** Judges a request, writes it into the log of arrivals and says what to answer. */
export function answerTo(inbound: Inbound, state: EmulatorState): Answer {
  const lost = inbound.fault?.reset === 'beforeApplying';
  const judgement = lost ? { applied: false, fault: inbound.fault } : judge(inbound, state);
  const answer = rendered(inbound, judgement, state);
  state.arrivals.push({
    at: inbound.at,
    action: inbound.action,
    method: inbound.received.method,
    path: inbound.received.target,
    ...keptOf(inbound, state),
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

// A body or bytes of the fault are no error answer of their own: what they stand for is only what the fault says.
function codeOf({ fault, refusal }: Judgement): string | undefined {
  return fault?.body === undefined && fault?.raw === undefined ? refusal?.code : fault.code;
}

function bodyOf({ refusal, result }: Judgement, metadata: ResponseMetadata): string {
  return refusal ? renderError(metadata, refusal) : renderResult(metadata, result);
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

function keptOf({ received }: Inbound, { settings }: EmulatorState) {
  if (!settings.keepBodies) return { headers: {} };
  return { headers: Object.fromEntries(received.headers), body: received.body.toString('utf8') };
}

function callerOf({ received }: Inbound, { caller }: Judgement) {
  const claimed = /Credential=([^/,\s]+)/.exec(received.headers.get('authorization') ?? '')?.[1];
  return { accessKeyId: claimed, accountId: caller?.account.accountId };
}
