/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import type { IncomingMessage } from 'node:http';
import type { Received } from '../parsing/received';

/** Bodies beyond this many bytes are answered with 413. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Reads a request to its end. Rejects when the client goes away first. */
export async function receive(message: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size > maxBodyBytes) chunks.length = 0;
    else chunks.push(chunk as Buffer);
  }
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? '',
    path: mark < 0 ? target : target.slice(0, mark),
    rawQuery: mark < 0 ? '' : target.slice(mark + 1),
    target,
    headers: joinHeaders(message.rawHeaders),
    body: Buffer.concat(chunks),
    tooLarge: size > maxBodyBytes,
  };
}

function joinHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase();
    const earlier = headers.get(name);
    const value = rawHeaders[i + 1]!.trim();
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return headers;
}
