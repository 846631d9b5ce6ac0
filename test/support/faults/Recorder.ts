import type { SentRequest } from './request';
import type { Told } from './told';

/** What an answer, or the lack of one, tells the sender of a request. */
export interface Telling {
  /** One for each user. */
  told: readonly Told[];
  /** Where the reply came from; nowhere, where none did. */
  from: 'service' | 'elsewhere' | 'nowhere';
  /** Whether the service took the request, even if it refused every user. */
  isAccepted?: boolean;
  /** What the service has against the request that no script makes it say. */
  objection?: string;
  /** Only where an answer came that can be understood. */
  requestId?: string;
  httpStatus?: number;
  retryAfterMs?: number;
}

/** A request as it was sent, and what its sender was told, once it was. */
export interface Sent extends SentRequest, Partial<Telling> {
  /** The service's id of it, whether its answer arrives or not. */
  id: string;
  startedAt: number;
  /** Whether the execution had been cancelled when it left. */
  isAfterCancel: boolean;
  /** Which run of the node sent it: n8n may run a node a second time. */
  run: number;
  toldAt?: number;
}

/** What was told about one user by one request. */
export interface UserTold {
  sent: Sent;
  told: Told | undefined;
}

/** Every request of a run, in order. */
export class Recorder {
  readonly sent: Sent[] = [];

  /** Those whose senders have been told something, in the order in which they were. */
  readonly told: Sent[] = [];

  private readonly byUser = new Map<string, Sent[]>();

  add(sent: Sent): Sent {
    this.sent.push(sent);
    for (const userId of sent.userIds) {
      const key = `${sent.group}/${userId}`;
      this.byUser.set(key, [...(this.byUser.get(key) ?? []), sent]);
    }
    return sent;
  }

  /** Tells the sender of a request something, if it has not been told anything yet. */
  tell(sent: Sent, telling: Telling, toldAt: number): void {
    if (sent.told !== undefined) return;
    this.told.push(Object.assign(sent, telling, { toldAt }));
  }

  /** What the requests that carried a user told about it, in order. */
  historyOf({ group, userId }: { group: string; userId: string }): UserTold[] {
    const carriers = this.byUser.get(`${group}/${userId}`) ?? [];
    return carriers.map((sent) => ({ sent, told: sent.told?.[sent.userIds.indexOf(userId)] }));
  }
}
