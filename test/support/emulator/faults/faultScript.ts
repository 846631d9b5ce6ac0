import { stringify } from 'lossless-json';
import { isObject } from '../parsing/jsonBody';
import type { Named } from '../parsing/named';
import type { Fault, Faults } from './fault';

/** Deals out the scripted faults, one request at a time. */
export class FaultScript {
  private index = 0;
  private attempts = new Map<string, number>();

  constructor(private faults: Faults = []) {}

  /** Starts a new script; requests and attempts are counted from here on. */
  set(faults: Faults): void {
    this.faults = faults;
    this.index = 0;
    this.attempts = new Map();
  }

  /** The fault of the request that just arrived, if any. Every arrival uses up one place of the script. */
  next(action: string, named: Named, body: unknown): Fault | undefined {
    const index = this.index;
    this.index += 1;
    if (typeof this.faults !== 'function') return this.faults[index];
    return this.faults({ index, action, attempt: this.attemptOf(action, named, body), ...named });
  }

  private attemptOf(action: string, { userIds }: Named, body: unknown): number {
    const key = [action, stringify(besidesUsers(body)), ...userIds].join(' ');
    const attempt = (this.attempts.get(key) ?? 0) + 1;
    this.attempts.set(key, attempt);
    return attempt;
  }
}

/** The app and what a request has for all of its users, such as tags; of a broadcast all. */
function besidesUsers(body: unknown): unknown {
  if (!isObject(body)) return undefined;
  return Object.entries(body).filter(([name]) => name !== 'Users' && name !== 'UserIds');
}
