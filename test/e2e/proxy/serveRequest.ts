/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a server of its own, outside n8n */
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Deed, Ending } from './deed';
import { headText } from './pageText';
import { end } from './serveTunnel';

/** Serves a request in absolute form, as it comes for an endpoint without TLS. */
export function serveRequest(
  message: IncomingMessage,
  response: ServerResponse,
  deed: Deed | undefined,
): void {
  const { socket } = message;
  if (deed === undefined) pass(message, response);
  else if ('hangUp' in deed) end(socket, deed.hangUp);
  else if ('answer' in deed) socket.end(headText(deed.answer) + (deed.answer.body ?? ''));
  else if ('loseAnswer' in deed) pass(message, response, deed.loseAnswer);
  else if ('delayMs' in deed) setTimeout(() => pass(message, response), deed.delayMs);
  else throw new Error('There is no handshake without TLS');
}

/** @param losing how the connection ends in place of the answer; undefined for passing the answer back */
function pass(message: IncomingMessage, response: ServerResponse, losing?: Ending): void {
  const { method, url = '', headers, socket } = message;
  const onward = request(url, { method, headers }, (answer) => {
    if (losing !== undefined) {
      answer.resume().once('end', () => end(socket, losing));
      return;
    }
    response.writeHead(answer.statusCode ?? 0, { ...answer.headers, via: '1.1 proxy.example.com' });
    answer.pipe(response);
  });
  onward.once('error', () => socket.destroy());
  message.pipe(onward);
}
