import { actionNamed } from '../actions/registry';
import type { Fault } from '../faults/fault';
import { readJson, type JsonBody } from '../parsing/jsonBody';
import { namedIn, type Named } from '../parsing/named';
import type { Received } from '../parsing/received';
import { newRequestId } from '../rendering/requestId';
import type { EmulatorState } from '../state/emulatorState';

/** A received request with everything that can be told about it before it is judged. */
export interface Inbound {
  received: Received;
  /** Monotonic milliseconds when its last byte was there. */
  at: number;
  action: string;
  version: string;
  json: JsonBody;
  named: Named;
  requestId: string;
  fault: Fault | undefined;
}

/** Takes a request in: reads what it names and gives it its request id and its place in the fault script. */
export function takeIn(received: Received, { settings, faults }: EmulatorState): Inbound {
  const { action, version } = actionNamed(received.rawQuery);
  const json = readJson(received.body);
  const body = json.valid ? json.value : undefined;
  const named = namedIn(body);
  return {
    received,
    at: settings.now(),
    action,
    version,
    json,
    named,
    requestId: newRequestId(settings.date()),
    fault: faults.next(action, named, body),
  };
}
