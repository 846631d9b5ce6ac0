/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../judging/answer';

/** Sends an answer after its delays, or breaks the connection where the answer says so. */
export async function send(response: ServerResponse, answer: Answer): Promise<void> {
  await waitFor(answer.delayMs);
  if (response.destroyed) return;
  if (answer.reset) return resetConnection(response);
  if (answer.raw !== undefined) {
    response.socket?.write(answer.raw);
    return;
  }
  const body = Buffer.from(answer.body);
  response.sendDate = false;
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': body.length });
  if (answer.bodyDelayMs > 0) {
    response.flushHeaders();
    await waitFor(answer.bodyDelayMs);
  }
  if (!answer.cutOff) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

async function waitFor(ms: number): Promise<void> {
  // Not referenced: an answer still waiting must not keep a process alive after the emulator is closed.
  if (ms > 0) await sleep(ms, undefined, { ref: false });
}

function resetConnection(response: ServerResponse): void {
  const { socket } = response;
  // A TLS socket cannot send the TCP reset itself; the client sees a connection closed without an answer.
  if (!socket || socket instanceof TLSSocket) response.destroy();
  else socket.resetAndDestroy();
}
