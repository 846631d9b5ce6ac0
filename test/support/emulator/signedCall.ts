import { createHash } from 'node:crypto';
import { Signer } from '@volcengine/openapi';
import { request, type Dispatcher } from 'undici';
import { sampleAccount, sampleAppId, type Account, type Emulator } from './index';

/** A request to sign with the official SDK; without an action it is RegisterUsers. */
export interface SignedCall {
  action?: string;
  version?: string;
  method?: 'GET' | 'POST' | 'PUT';
  path?: string;
  /** Sent as it is when text or bytes, else as JSON. */
  body?: unknown;
  account?: Account;
  region?: string;
  service?: string;
  date?: Date;
  query?: Record<string, string | string[]>;
  /** Headers to sign besides those that the SDK adds. */
  headers?: Record<string, string>;
  /** Spoils the request between signing and sending. */
  tamper?: (signed: WireRequest) => void;
  dispatcher?: Dispatcher;
}

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** An answer, read whole. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** `ResponseMetadata.Error`, where the answer is an envelope with one. */
  error?: { Code: string; CodeN?: number; Message: string };
  result?: Record<string, unknown>;
}

/** Signs a request with the official SDK's signer, an implementation independent of the emulator's. */
export function signWithSdk(emulator: Pick<Emulator, 'url'>, call: SignedCall): WireRequest {
  const account = call.account ?? sampleAccount;
  const body = call.body === undefined || isRaw(call.body) ? call.body : JSON.stringify(call.body);
  const headers: Record<string, string> = { Host: new URL(emulator.url).host, ...call.headers };
  // The SDK would hash the JSON form of a Buffer; a hash given as a header is taken as it is.
  if (Buffer.isBuffer(body)) headers['X-Content-Sha256'] = createHash('sha256').update(body).digest('hex');
  const unsigned = {
    method: call.method ?? 'POST',
    pathname: call.path ?? '/',
    region: call.region ?? 'cn-north-1',
    params: {
      Action: call.action ?? 'RegisterUsers',
      Version: call.version ?? '2020-12-01',
      ...call.query,
    },
    headers,
    body: Buffer.isBuffer(body) ? undefined : body,
  };
  const signer = new Signer(unsigned, call.service ?? 'rtc');
  const { accessKeyId, secretAccessKey, sessionToken } = account;
  signer.addAuthorization({ accessKeyId, secretKey: secretAccessKey, sessionToken }, call.date ?? new Date());
  const query = Object.entries(unsigned.params as Record<string, string | string[]>)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return { method: unsigned.method, path: unsigned.pathname, query, headers, body };
}

/** Signs, tampers where asked, sends and reads the answer. */
export async function send(emulator: Emulator, call: SignedCall = {}): Promise<Reply> {
  const wire = signWithSdk(emulator, call);
  call.tamper?.(wire);
  return sendWire(emulator, wire, call.dispatcher);
}

/** Sends a request as it is. */
export async function sendWire(
  emulator: Emulator,
  wire: WireRequest,
  dispatcher?: Dispatcher,
): Promise<Reply> {
  const { statusCode, headers, body } = await request(`${emulator.url}${wire.path}?${wire.query}`, {
    method: wire.method as 'GET',
    headers: { 'content-type': 'application/json', ...wire.headers },
    body: wire.body,
    ...(dispatcher && { dispatcher }),
  });
  const text = await body.text();
  const envelope = text.startsWith('{') ? JSON.parse(text) : {};
  const error = envelope.ResponseMetadata?.Error;
  return { status: statusCode, headers, text, error, result: envelope.Result };
}

/** A call of RegisterUsers for these users; an id stands for a user with nothing but the id. */
export function registering(...users: Array<number | Record<string, unknown>>): SignedCall {
  const Users = users.map((user) => (typeof user === 'number' ? { UserId: user } : user));
  return { body: { AppId: sampleAppId, Users } };
}

/** A call of an action for the sample app, with these fields besides its id. */
export function calling(action: string, fields: object): SignedCall {
  return { action, body: { AppId: sampleAppId, ...fields } };
}

/** A call of an action as `calling`, with the fields as JSON text. */
export function callingText(action: string, fields: string): SignedCall {
  return { action, body: `{"AppId":${sampleAppId},${fields}}` };
}

/** The call that says who the caller is. */
export const identityCall: SignedCall = {
  action: 'GetCallerIdentity',
  version: '2018-01-01',
  method: 'GET',
  service: 'sts',
  region: 'cn-beijing',
};

function isRaw(body: unknown): body is string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body);
}
