/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a server of its own, outside n8n */
import { connect, type Socket } from 'node:net';
import type { Deed, Ending, Page } from './deed';
import { headText } from './pageText';
import { RecordCounter } from './RecordCounter';

const opened = 'HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy.example.com\r\n\r\n';

/** Records of application data that a client sends before its request: the end of the handshake of TLS 1.3. */
const recordsBeforeRequest = 1;

/** Serves a CONNECT. */
export function serveTunnel(client: Socket, target: string, deed: Deed | undefined): void {
  if (deed === undefined) pass(client, target);
  else if ('hangUp' in deed) end(client, deed.hangUp);
  else if ('answer' in deed) answer(client, deed.answer);
  else if ('breakHandshake' in deed) breakHandshake(client, deed.breakHandshake);
  else if ('loseAnswer' in deed) pass(client, target, deed.loseAnswer);
  else setTimeout(() => pass(client, target), deed.delayMs);
}

/** Ends a connection without a further byte. */
export function end(client: Socket, ending: Ending): void {
  if (ending === 'reset') client.resetAndDestroy();
  else client.end();
}

function answer(client: Socket, page: Page): void {
  const { body = '', bodyAfterMs } = page;
  if (bodyAfterMs === undefined) {
    client.end(headText(page) + body);
    return;
  }
  client.write(headText(page));
  setTimeout(() => client.end(body), bodyAfterMs);
}

function breakHandshake(client: Socket, ending: Ending): void {
  client.once('data', () => end(client, ending));
  client.write(opened);
}

/** @param losing how the connection ends in place of the answer; undefined for passing the answer back */
function pass(client: Socket, target: string, losing?: Ending): void {
  const { hostname, port } = new URL(`tcp://${target}`);
  const server = connect({ host: hostname, port: Number(port) });
  const sent = new RecordCounter();
  const isRequestSent = () => sent.count > recordsBeforeRequest;
  server.once('connect', () => {
    client.write(opened);
    client.on('data', (chunk: Buffer) => {
      sent.add(chunk);
      server.write(chunk);
    });
  });
  server.on('data', (chunk) => {
    if (losing === undefined || !isRequestSent()) client.write(chunk);
  });
  server.once('end', () => end(client, losing ?? 'close'));
  server.once('error', () => client.destroy());
  client.once('end', () => server.end());
  client.once('close', () => server.destroy());
}
