/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';
import { LosslessNumber, stringify } from 'lossless-json';
import { Client, type Exchange } from './Client';
import type { Keys } from './keys';
import { BrokenOff, Unclear } from './problems';
import type { ProbeRequest } from './request';
import { Secrets } from './Secrets';
import { TestUsers } from './TestUsers';
import { refusesKeys, saysNothing } from './verdict';

/** How careful a probe is. */
export interface Care {
  /** The pause before each request, in milliseconds. */
  paceMs: number;
  /** The longer pause after a burst, or before asking again. */
  waitMs: number;
  /** The most requests, without the burst and what unregisters the users. */
  mostRequests: number;
  /** Ends the questions; the users are unregistered all the same. */
  stop: AbortSignal;
}

/** A value that goes out as a bare integer with every digit. */
export function bare(id: string): LosslessNumber {
  return new LosslessNumber(id);
}

/** What the questions ask with. */
export class Session {
  readonly client: Client;
  readonly secrets: Secrets;
  readonly users = new TestUsers(100);
  /** Users that are registered with an id alone. */
  readonly crowd: string[] = [];
  /** Users that are registered with a whole profile. */
  readonly whole: string[] = [];
  private calls = 0;

  constructor(
    readonly keys: Keys,
    private readonly care: Care,
  ) {
    this.secrets = new Secrets(keys);
    this.client = new Client(keys, this.secrets, care.paceMs);
  }

  /** A body for the person's app, as JSON text. */
  bodyOf(fields: object): string {
    return stringify({ AppId: bare(this.keys.appId), ...fields }) ?? '';
  }

  /**
   * Sends a request whose answer is to be judged.
   * @throws Unclear where the answer says nothing: none came, the service failed or is throttled
   * @throws BrokenOff where the keys are refused, the probe was interrupted, or has sent its most
   */
  async call(action: string, fields: object): Promise<Exchange> {
    const reply = await this.callAsIs({ action, body: this.bodyOf(fields) });
    if (refusesKeys(reply)) throw new BrokenOff(`The service refuses the keys: ${reply.error?.code}.`);
    if (saysNothing(reply)) throw new Unclear(reply);
    return reply;
  }

  /** Sends a request, whatever is answered. @throws BrokenOff as `call`, but for what the answer says. */
  async callAsIs(request: ProbeRequest): Promise<Exchange> {
    this.assertGoesOn();
    if (this.calls >= this.care.mostRequests) {
      throw new BrokenOff(`The probe has sent ${this.calls} requests and sends no more.`);
    }
    this.calls += 1;
    return await this.client.send(request);
  }

  /** Sends the same request many times at once, which counts as one. @throws BrokenOff as `call`. */
  async burst(request: ProbeRequest, times: number): Promise<Exchange[]> {
    this.assertGoesOn();
    return await this.client.sendAtOnce(Array.from({ length: times }, () => request));
  }

  /** @returns how long it waited at most, in seconds. @throws BrokenOff when the probe is interrupted. */
  async wait(): Promise<number> {
    await sleep(this.care.waitMs, undefined, { signal: this.care.stop }).catch(() => undefined);
    this.assertGoesOn();
    return this.care.waitMs / 1000;
  }

  private assertGoesOn(): void {
    if (this.care.stop.aborted) throw new BrokenOff('It was interrupted.');
  }
}
