/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Keys } from './keys';
import type { Reply } from './reply';
import type { ProbeRequest } from './request';
import type { Secrets } from './Secrets';
import { send } from './send';
import { sign } from './sign';

/** A request and what came of it. */
export interface Exchange extends Reply {
  /** From 1, in the order of sending. */
  number: number;
  action: string;
  body?: string;
  /** From the first of the requests that went out together, in milliseconds. */
  tookMs: number;
}

/** Signs, sends one request after the other with a pause between them, and keeps them all. */
export class Client {
  readonly exchanges: Exchange[] = [];

  /** @param paceMs the pause before each request */
  constructor(
    readonly keys: Keys,
    private readonly secrets: Secrets,
    private readonly paceMs: number,
  ) {}

  async send(request: ProbeRequest): Promise<Exchange> {
    const [exchange] = await this.sendAtOnce([request]);
    return exchange!;
  }

  /** Sends several without a pause between them. */
  async sendAtOnce(requests: readonly ProbeRequest[]): Promise<Exchange[]> {
    await sleep(this.paceMs);
    const signed = await Promise.all(requests.map(async (request) => await sign(request, this.keys)));
    const began = performance.now();
    const replies = await Promise.all(
      signed.map(async (one) => {
        const reply = await send(one);
        return { reply, tookMs: Math.round(performance.now() - began) };
      }),
    );
    const first = this.exchanges.length + 1;
    const sent = replies.map(({ reply, tookMs }, index): Exchange => {
      const { action, body } = requests[index]!;
      return { number: first + index, action, body, tookMs, ...this.secrets.maskReply(reply) };
    });
    this.exchanges.push(...sent);
    return sent;
  }
}
