import type { Fault } from '../faults/fault';
import { gatewayCodeOfStatus, gatewayRefusal, isGatewayCode } from './gatewayErrors';
import { Refusal } from './refusal';

/** What a fault or a throttle may say about the error it stands for. */
type ErrorFields = Pick<Fault, 'status' | 'code' | 'codeN' | 'message' | 'headers'>;

/**
 * The error answer for a few given fields; what is not given is filled in from the gateway's table.
 * @param otherwiseStatus the status of codes the gateway does not know (the IM business codes).
 */
export function refusalFrom(fields: ErrorFields, otherwiseStatus: number): Refusal {
  const code = fields.code ?? gatewayCodeOfStatus(fields.status ?? 500);
  const standard = isGatewayCode(code) ? gatewayRefusal(code) : undefined;
  return new Refusal(
    fields.status ?? standard?.status ?? otherwiseStatus,
    code,
    fields.message ?? standard?.message ?? `The request failed: ${code}`,
    fields.codeN ?? standard?.codeN,
    fields.headers,
  );
}
