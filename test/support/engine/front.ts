/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Gate } from './Gate';

/** What stands in front of an emulator on 127.0.0.1. */
export interface Front {
  port: number;
  /** Connections so far. */
  connections: number;
  /** Connections of clients that stand. */
  readonly open: number;
  /** What the emulator's answers go through, piece by piece. */
  readonly answers: Gate;
  close(): Promise<void>;
}

/**
 * Starts a server that passes connections on to a port, byte for byte, but for those that it answers itself.
 *
 * @param answerTo the bytes that the n-th connection, from 0, gets in answer to its first ones; undefined to pass it on
 */
export async function startFront(
  port: number,
  answerTo: (connection: number) => Buffer | undefined,
): Promise<Front> {
  const clients = new Set<Socket>();
  const targets = new Set<Socket>();
  const answers = new Gate();
  const keep = (socket: Socket, sockets: Set<Socket>) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client, clients);
    const answer = answerTo(front.connections);
    front.connections += 1;
    if (answer !== undefined) {
      client.once('data', () => client.end(answer));
      return;
    }
    const target = connect(port, '127.0.0.1');
    keep(target, targets);
    client.pipe(target);
    target.on('data', (bytes) => answers.pass(() => client.write(bytes)));
    target.on('end', () => answers.pass(() => client.end()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const front: Front = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    answers,
    get open() {
      return clients.size;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      [...clients, ...targets].forEach((socket) => socket.destroy());
      await closed;
    },
  };
  return front;
}
