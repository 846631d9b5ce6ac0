import { isObject, type JsonObject } from '../json/json';
import { meaningForRequest, meaningOfPage, nameOfNumber } from '../errorCodes';
import { parseJson } from '../json/parseJson';
import { readHeaders, type ReplyHeaders } from './replyHeaders';
import type { ApiError, ApiRequest, Reply, ReplyInfo } from '../send';

/** An answer as it came. */
export interface Response {
  status: number;
  headers: ReplyHeaders;
  body: string;
}

/** What reading takes besides the answer. */
export interface Reading {
  readResult: ApiRequest['readResult'];
  meanings?: ApiRequest['meanings'];
  /** Wall clock, milliseconds since 1970. */
  now: number;
}

/**
 * Reads an answer: HTTP status first, then `ResponseMetadata.Error`, then the result. An answer without
 * `ResponseMetadata` does not come from the service, whatever its status.
 *
 * @see https://www.volcengine.com/docs/6348/1178322
 */
export function readReply(response: Response, reading: Reading): Reply {
  const { status, headers } = response;
  const envelope = readEnvelope(response.body);
  const info: ReplyInfo = { httpStatus: status, ...readHeaders(headers, reading.now) };
  if (envelope === undefined) return readPage(info, status);
  const { RequestId, Error: given } = envelope.metadata;
  if (typeof RequestId === 'string') info.requestId = RequestId;
  const error = readError(given, status, reading.meanings);
  if (error !== undefined) return { kind: 'failure', ...info, error };
  const rows = reading.readResult(envelope.result);
  return 'problem' in rows ? invalidResult(info, rows.problem) : { kind: 'result', ...info, rows };
}

function invalidResult(info: ReplyInfo, message: string): Reply {
  return { ...info, kind: 'failure', error: { meaning: 'invalidResult', code: 'InvalidReply', message } };
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

function readPage(info: ReplyInfo, status: number): Reply {
  const meaning = meaningOfPage(status);
  // The status says enough of what is no success.
  const message = isSuccess(status) ? 'it is not the JSON that the Volcengine OpenAPI answers with' : '';
  const code = meaning === 'notVolcengine' ? 'NotVolcengine' : message === '' ? undefined : 'InvalidReply';
  return { kind: 'failure', ...info, error: { meaning, ...(code !== undefined && { code }), message } };
}

/** The error of an answer; an empty one (`{}`) is none. */
function readError(
  given: unknown,
  status: number,
  meanings: ApiRequest['meanings'] = {},
): ApiError | undefined {
  const { Code, CodeN, Message } = isObject(given) ? given : { Message: given };
  const code = readCode(Code) ?? readCode(CodeN);
  const message = typeof Message === 'string' ? Message.trim() : '';
  const isNone = given === undefined || given === null || given === '' || isEmpty(given);
  if (isNone && status === 200) return undefined;
  if (code === undefined && isSuccess(status)) {
    const why = isNone ? `its HTTP status is ${status}, not 200` : 'it names an error without a code';
    const text = message === '' ? why : `${why}: ${message}`;
    return { meaning: 'invalidResult', code: 'InvalidReply', message: text };
  }
  const own = code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return { meaning: own ?? meaningForRequest(status, code), ...(code !== undefined && { code }), message };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isEmpty(error: unknown): boolean {
  return isObject(error) && [error.Code, error.CodeN, error.Message].every((member) => !member);
}

/** A name, or the gateway's number for one, which comes as a number or as text. */
export function readCode(code: unknown): string | undefined {
  if (typeof code === 'number') return nameOfNumber(code);
  if (typeof code !== 'string' || code.trim() === '') return undefined;
  return /^\d+$/.test(code) ? nameOfNumber(Number(code)) : code;
}
