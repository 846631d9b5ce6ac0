/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate';

/** A server that accepts connections on 127.0.0.1. */
export interface Listening {
  port: number;
  /** Drops every open connection and stops. */
  close(): Promise<void>;
}

/** Starts a plain server, or a TLS one when a certificate is given; port 0 takes a free one. */
export async function listen(
  handler: RequestListener,
  port: number,
  certificate: Certificate | undefined,
): Promise<Listening> {
  const server = certificate ? createTlsServer(certificate, handler) : createServer(handler);
  // Longer than any pause between two requests of a test, so that no client meets a connection being closed.
  server.keepAliveTimeout = 60_000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}
