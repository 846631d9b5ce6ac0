/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a proxy of its own, and the settings of the process that n8n goes by */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import tls from 'node:tls';

/** What the proxy does with a CONNECT: lets it through, closes the connection without an answer, or refuses. */
export type Treatment = 'pass' | 'hangUp' | { status: number; via?: string };

export interface Proxy {
  /** CONNECTs so far. */
  connects: number;
  /** Stops it, and lets n8n connect by itself again. */
  close(): Promise<void>;
}

/** A proxy on 127.0.0.1 that n8n uses for HTTPS from now on. */
export async function startProxy(treat: (connect: number) => Treatment): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer();
  server.on('connection', keep);
  server.on('connect', (request, client: Socket) => {
    const treatment = treat(proxy.connects);
    proxy.connects += 1;
    if (treatment === 'pass') {
      const [host, port] = (request.url ?? '').split(':');
      const target = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(target).pipe(client);
      });
      keep(target);
    } else if (treatment === 'hangUp') {
      client.end();
    } else {
      const via = treatment.via === undefined ? '' : `Via: ${treatment.via}\r\n`;
      client.end(`HTTP/1.1 ${treatment.status} No\r\n${via}Content-Length: 2\r\n\r\nno`);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const before = process.env.HTTPS_PROXY;
  process.env.HTTPS_PROXY = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy: Proxy = {
    connects: 0,
    async close() {
      if (before === undefined) delete process.env.HTTPS_PROXY;
      else process.env.HTTPS_PROXY = before;
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
  return proxy;
}

/** Lets all TLS connections of this process trust an authority, as NODE_EXTRA_CA_CERTS would from the start. */
export function trust(authority: string): { stop(): void } {
  const connectAs = tls.connect as (options: tls.ConnectionOptions, ...rest: unknown[]) => tls.TLSSocket;
  const spy = jest.spyOn(tls, 'connect') as unknown as jest.SpyInstance;
  spy.mockImplementation((options: tls.ConnectionOptions, ...rest: unknown[]) =>
    connectAs({ ...options, ca: authority }, ...rest),
  );
  return { stop: () => spy.mockRestore() };
}
