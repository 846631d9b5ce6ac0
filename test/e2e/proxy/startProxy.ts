/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Script, Seen } from './deed';
import { serveRequest } from './serveRequest';
import { serveTunnel } from './serveTunnel';

/** A running forward proxy on 127.0.0.1. */
export interface Proxy {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Every request since the script was set, in order of arrival. */
  readonly seen: readonly Seen[];
  /** Starts another script. */
  act(script: Script): void;
  /** Drops open connections and stops. */
  close(): Promise<void>;
}

/** Starts a forward proxy that passes everything on, until a script says otherwise. */
export async function startProxy(): Promise<Proxy> {
  let script: Script = () => undefined;
  const seen: Seen[] = [];
  const take = (method = '', target = '') => {
    const one = { number: seen.length + 1, method, target };
    seen.push(one);
    return script(one);
  };
  const sockets = new Set<Socket>();
  const server = createServer((message, response) =>
    serveRequest(message, response, take(message.method, message.url)),
  );
  server.on('connect', ({ method, url = '' }, socket: Socket) => serveTunnel(socket, url, take(method, url)));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // A client that gives up is none of a proxy's errors.
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    act(next) {
      seen.length = 0;
      script = next;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}
