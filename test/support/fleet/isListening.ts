/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { connect } from 'node:net';

/** Whether anybody listens on a port of the loopback address. */
export async function isListening(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
