import { businessRefusal, type Action } from '../actions/action';
import { findAction } from '../actions/registry';
import { takesPlaceOfAction, type Fault } from '../faults/fault';
import type { Settings } from '../options';
import { refusalFrom } from '../rendering/faultRefusal';
import { gatewayRefusal } from '../rendering/gatewayErrors';
import { throttleRefusal } from '../rendering/throttleRefusal';
import { isRefusal, Refusal } from '../rendering/refusal';
import type { EmulatorState } from '../state/emulatorState';
import { verify, type Caller, type SignatureRule } from '../verifying/verify';
import type { Inbound } from './inbound';

/** GetCallerIdentity answers in any of these; a global service takes the scope of every region. */
const everyRegion = ['cn-north-1', 'cn-beijing', 'ap-southeast-1'];

/** What became of a request: a result or a refusal, and whether the action was carried out. */
export interface Judgement {
  action?: Action;
  caller?: Caller;
  result?: object;
  refusal?: Refusal;
  applied: boolean;
  /** The scripted fault, when the request got far enough to meet it. */
  fault?: Fault;
}

/** A request whose signature is right, and what is to go wrong with it. */
type Known = Required<Pick<Judgement, 'action' | 'caller'>> & Pick<Judgement, 'fault'>;

/**
 * Judges a request in the gateway's order: action, signature, permission, path, rate; then the service.
 * @param known the caller of a request that has no signature to verify.
 */
export function judge(
  inbound: Inbound,
  fault: Fault | undefined,
  state: EmulatorState,
  known?: Caller,
): Judgement {
  const { received } = inbound;
  const { settings } = state;
  if (received.tooLarge) return refused(new Refusal(413, 'UndefinedError', 'The body is too large.', 100001));
  const action = findAction(received.method, received.rawQuery);
  if (isRefusal(action)) return refused(action);
  const rule = signatureRule(action, settings);
  const caller = known ?? verify(received, rule, settings.accounts, settings.date());
  if (isRefusal(caller)) return refused(caller, { action });
  const refusal = admissionRefusal(inbound, action, caller, state);
  if (refusal) return refused(refusal, { action, caller });
  return perform(inbound, { action, caller, fault }, state);
}

function refused(refusal: Refusal, known: Partial<Judgement> = {}): Judgement {
  return { applied: false, ...known, refusal };
}

function signatureRule(action: Action, settings: Settings): SignatureRule {
  return {
    // Behind one address stand all services, and a client that only knows the address signs for the emulator's own.
    services: action.service === undefined ? [settings.service] : [action.service, settings.service],
    regions: action.reach === 'global' ? [...everyRegion, ...settings.regions] : settings.regions,
    mustSign: action.mustSign,
    clockAheadMs: settings.clockAheadMs,
  };
}

function admissionRefusal(
  { received, at }: Inbound,
  action: Action,
  { account }: Caller,
  { settings, rate }: EmulatorState,
): Refusal | undefined {
  if (action.needsPermission && account.permitted === false) return gatewayRefusal('AccessDenied');
  if (received.path !== '/') return gatewayRefusal('ServiceNotFound', `Nothing is at ${received.path}.`);
  if (rate.admit(account.accountId, action, at)) return undefined;
  return throttleRefusal({ code: 'FlowLimitExceeded', ...settings.throttle }, 429);
}

function perform(inbound: Inbound, known: Known, state: EmulatorState): Judgement {
  const { fault } = known;
  if (!takesPlaceOfAction(fault)) return { ...known, ...carryOut(inbound, known, state) };
  const { applied } = fault.applyFirst ? carryOut(inbound, known, state) : { applied: false };
  return { ...known, applied, refusal: refusalFrom(fault, state.settings.businessErrorStatus) };
}

function carryOut(
  { json, requestId }: Inbound,
  { action, caller, fault = {} }: Known,
  { settings, ledger, quota }: EmulatorState,
): Judgement {
  if (action.hasBody && !json.valid)
    return refused(businessRefusal(settings, 'JsonParsingError', json.problem));
  const body = json.valid ? json.value : undefined;
  const { account } = caller;
  const rejectUsers = { ...settings.rejectUsers, ...fault.rejectUsers };
  const result = action.perform({ body, account, requestId, rejectUsers, ledger, quota, settings });
  if (isRefusal(result)) return refused(result);
  return { applied: true, result: withExtraFailedInfos(result, fault) };
}

function withExtraFailedInfos(result: object | undefined, { failedInfos = [], repeatFailedInfos }: Fault) {
  if (failedInfos.length === 0 && !repeatFailedInfos) return result;
  const { FailedInfos } = (result ?? {}) as { FailedInfos?: unknown[] | null };
  const infos = [...(FailedInfos ?? []), ...failedInfos];
  return { ...result, FailedInfos: repeatFailedInfos ? [...infos, ...infos] : infos };
}
