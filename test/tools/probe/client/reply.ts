import { LosslessNumber, parse } from 'lossless-json';

/** What the service said of one user. */
export interface FailedUser {
  id: string;
  code: string;
  /** How the id was written. */
  idIs: 'text' | 'a number';
}

/** An error of a whole request. */
export interface ServiceError {
  code: string;
  codeN?: string;
  message: string;
}

/** What came of a request. */
export interface Reply {
  /** HTTP status; undefined where nothing came back. */
  status?: number;
  retryAfter?: string;
  /** As it came. */
  text: string;
  /** Why nothing came back, such as `ECONNRESET`. */
  failure?: string;
  metadata?: Record<string, unknown>;
  error?: ServiceError;
  /** Undefined where the answer has none. Numbers are lossless. */
  result: unknown;
  failed: readonly FailedUser[];
}

/** Reads an answer without taking anything for granted. */
export function readReply(status: number, text: string, retryAfter?: string): Reply {
  const envelope = asObject(parsed(text));
  const metadata = envelope?.ResponseMetadata === undefined ? undefined : asObject(envelope.ResponseMetadata);
  const error = asObject(metadata?.Error);
  const result = envelope?.Result;
  return {
    status,
    ...(retryAfter !== undefined && { retryAfter }),
    text,
    ...(metadata && { metadata }),
    ...(error && { error: errorOf(error) }),
    result,
    failed: asList(asObject(result)?.FailedInfos).map(failedUser),
  };
}

/** The members of a JSON object; undefined for anything else. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !(value instanceof LosslessNumber) ? (value as Record<string, unknown>) : undefined;
}

/** The entries of a JSON array; none for anything else. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A text or a number as text; empty for anything else. */
export function asText(value: unknown): string {
  return typeof value === 'string' || value instanceof LosslessNumber ? String(value) : '';
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(error: Record<string, unknown>): ServiceError {
  const { Code, CodeN, Message } = error;
  return {
    code: asText(Code) || '(no code)',
    ...(CodeN !== undefined && { codeN: asText(CodeN) }),
    message: asText(Message),
  };
}

function failedUser(info: unknown): FailedUser {
  const { UserId, Code } = asObject(info) ?? {};
  return {
    id: asText(UserId),
    code: asText(Code) || '(no code)',
    idIs: typeof UserId === 'string' ? 'text' : 'a number',
  };
}
