import type { IHttpRequestOptions } from 'n8n-workflow';
import { request } from 'undici';

/** Sends a signed request with a client that does nothing else and keeps its connections. */
export async function sendBare({ url, headers, body }: IHttpRequestOptions): Promise<void> {
  const sent = { method: 'POST', headers: headers as Record<string, string>, body: body as Buffer } as const;
  const { statusCode, body: reply } = await request(url, sent);
  await reply.text();
  if (statusCode !== 200) throw new Error(`The emulator answered with ${statusCode}`);
}
