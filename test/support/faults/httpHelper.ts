import type { IHttpRequestOptions } from 'n8n-workflow';
import { takeIn } from '../emulator/judging/inbound';
import type { Received } from '../emulator/parsing/received';
import { Exchange, type Line } from './Exchange';
import { readRequest } from './request';

/**
 * n8n's `httpRequestWithAuthentication`, as far as the node uses it, with the emulator behind it in place of a socket.
 * Nothing is signed, as scripts would take a quarter longer; those over sockets are.
 */
export function httpHelper(line: Line) {
  return async (_credential: string, options: IHttpRequestOptions): Promise<unknown> => {
    assertOptions(options);
    const fault = line.script.faultOf(line.recorder.sent.length);
    const inbound = takeIn(receivedFrom(options), line.state.settings);
    const sent = line.recorder.add({
      ...readRequest(inbound.action, options.body as string),
      id: inbound.requestId,
      startedAt: line.clock.now(),
      isAfterCancel: line.cancelled.aborted,
      run: line.run(),
    });
    return await new Exchange(line, sent, fault, inbound).response(options);
  };
}

/** The laws hold for a node that asks n8n for exactly this. */
function assertOptions(options: IHttpRequestOptions): void {
  const isAsExpected =
    options.encoding === 'stream' &&
    options.returnFullResponse === true &&
    options.ignoreHttpStatusErrors === true &&
    options.disableFollowRedirect === true;
  if (!isAsExpected) throw new Error(`Options that the model does not know: ${JSON.stringify(options)}`);
}

function receivedFrom({ method = 'GET', url, body }: IHttpRequestOptions): Received {
  const [path = '', rawQuery = ''] = url.split('?');
  const bytes = Buffer.from(body as string);
  return { method, path, rawQuery, target: url, headers: new Map(), body: bytes, tooLarge: false };
}
