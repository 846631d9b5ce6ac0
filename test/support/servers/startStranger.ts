/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that has no business with us. */
export interface Stranger {
  readonly url: string;
  /** The headers of each request, as they came. */
  readonly requests: readonly IncomingHttpHeaders[];
  /** How many have connected, whether or not they asked for anything. */
  connections(): number;
  close(): Promise<void>;
}

export async function startStranger(): Promise<Stranger> {
  const requests: IncomingHttpHeaders[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request.headers);
    response.end('{"ResponseMetadata":{},"Result":{"AccountId":1}}');
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
