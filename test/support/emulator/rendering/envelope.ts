import { stringify } from 'lossless-json';
import type { Refusal } from './refusal';

/** What the answer repeats of the request it belongs to. */
export interface ResponseMetadata {
  requestId: string;
  action: string;
  version: string;
  service: string;
  region: string;
}

/**
 * The JSON text of a successful answer. `Result` is left out when undefined; lossless numbers and bigints
 * become bare integers with every digit.
 * Source: https://www.volcengine.com/docs/6348/192711
 */
export function renderResult(metadata: ResponseMetadata, result: object | undefined): string {
  return render({ ResponseMetadata: wireMetadata(metadata), Result: result });
}

/**
 * The JSON text of an error answer. `CodeN` is left out where the error has none.
 * @param given an error in place of the refusal's own; null for none.
 */
export function renderError(metadata: ResponseMetadata, refusal: Refusal, given?: object | null): string {
  const own = { CodeN: refusal.codeN, Code: refusal.code, Message: refusal.message };
  const error = given === undefined ? own : (given ?? undefined);
  return render({ ResponseMetadata: { ...wireMetadata(metadata), Error: error } });
}

function wireMetadata(metadata: ResponseMetadata) {
  return {
    RequestId: metadata.requestId,
    Action: metadata.action,
    Version: metadata.version,
    Service: metadata.service,
    Region: metadata.region,
  };
}

function render(value: object): string {
  return stringify(value) ?? '{}';
}
