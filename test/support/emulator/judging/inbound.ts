import { actionNamed } from '../actions/registry';
import { readJson, type JsonBody } from '../parsing/jsonBody';
import { namedIn, type Named } from '../parsing/named';
import type { Received } from '../parsing/received';
import type { Settings } from '../options';
import { newRequestId } from '../rendering/requestId';

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
}

/** Takes a request in: reads what it names and gives it its request id. */
export function takeIn(received: Received, settings: Settings): Inbound {
  const { action, version } = actionNamed(received.rawQuery);
  const json = readJson(received.body);
  return {
    received,
    at: settings.now(),
    action,
    version,
    json,
    named: namedIn(json.valid ? json.value : undefined),
    requestId: newRequestId(settings.date()),
  };
}
