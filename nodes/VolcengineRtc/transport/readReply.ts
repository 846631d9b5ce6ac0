import { nameOfNumber } from './errorCodes';
import { parseJson } from './parseJson';
import type { ApiError, Reply } from './send';

/** A JSON object, its members not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells whether a JSON value is an object: no list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads an answer: HTTP status first, then `ResponseMetadata.Error`, then the result.
 *
 * @see https://www.volcengine.com/docs/6348/1178322
 */
export function readReply(httpStatus: number, body: string): Reply {
  const envelope = readEnvelope(body);
  if (envelope === undefined) return replyWithoutEnvelope(httpStatus);
  const { metadata, result } = envelope;
  const requestId = typeof metadata.RequestId === 'string' ? metadata.RequestId : undefined;
  const named = metadata.Error ?? undefined;
  const error = named !== undefined || httpStatus !== 200 ? readError(named, httpStatus) : undefined;
  if (error !== undefined && error.code === undefined && isSuccess(httpStatus)) {
    return { kind: 'unreadable', httpStatus, reason: 'it tells neither of a success nor of an error' };
  }
  return { kind: 'answered', httpStatus, requestId, error, result };
}

function readEnvelope(body: string): { metadata: JsonObject; result: unknown } | undefined {
  try {
    const json = parseJson(body);
    if (!isObject(json) || !isObject(json.ResponseMetadata)) return undefined;
    return { metadata: json.ResponseMetadata, result: json.Result };
  } catch {
    return undefined;
  }
}

/** A proxy or a gateway answers in its own words; its status still tells what happened. */
function replyWithoutEnvelope(httpStatus: number): Reply {
  if (!isSuccess(httpStatus)) {
    return { kind: 'answered', httpStatus, error: readError(undefined, httpStatus) };
  }
  return {
    kind: 'unreadable',
    httpStatus,
    reason: 'it is not the JSON that the Volcengine OpenAPI answers with',
  };
}

function isSuccess(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus < 300;
}

function readError(error: unknown, httpStatus: number): ApiError {
  const { Code, CodeN, Message } = isObject(error) ? error : {};
  return {
    code: readCode(Code) ?? readCode(CodeN),
    message:
      typeof Message === 'string' && Message !== ''
        ? Message
        : `the answer had the HTTP status ${httpStatus}`,
  };
}

/** A name, or the gateway's number for one, which comes as a number or as text. */
function readCode(code: unknown): string | undefined {
  if (typeof code === 'number') return nameOfNumber(code);
  if (typeof code !== 'string' || code === '') return undefined;
  return /^\d+$/.test(code) ? nameOfNumber(Number(code)) : code;
}
