import type { ModelRequest } from './request';
import type { Told } from './told';

/** A request as the model has seen it, and what its sender was told. */
export interface Sent extends ModelRequest {
  startedAt: number;
  /** Whether the execution had been cancelled when it left. */
  isAfterCancel: boolean;
  /** One for each user; set once the answer, or the lack of one, is known to the sender. */
  told?: readonly Told[];
  toldAt?: number;
  /** Place among all that was told. */
  toldAs?: number;
  /** Where the reply came from; nowhere, where none did. */
  from?: 'service' | 'elsewhere' | 'nowhere';
  /** Whether the service took the request, even if it refused every user. */
  isAccepted?: boolean;
  /** Which run of the node sent it: n8n may run a node a second time. */
  run: number;
  /** Only where an answer came that can be understood. */
  requestId?: string;
  httpStatus?: number;
  retryAfterMs?: number;
}

/** What was told about one user by one request. */
export interface UserTold {
  sent: Sent;
  told: Told | undefined;
}

/** Every request of a run, in order. */
export class Recorder {
  readonly sent: Sent[] = [];

  private readonly byUser = new Map<string, Sent[]>();

  private replies = 0;

  /** Place of a reply among all. */
  nextReply(): number {
    this.replies += 1;
    return this.replies;
  }

  add(sent: Sent): Sent {
    this.sent.push(sent);
    for (const userId of sent.userIds) {
      const key = `${sent.appId}/${userId}`;
      this.byUser.set(key, [...(this.byUser.get(key) ?? []), sent]);
    }
    return sent;
  }

  /** What the requests that carried a user told about it, in order. */
  historyOf(appId: string, userId: string): UserTold[] {
    const carriers = this.byUser.get(`${appId}/${userId}`) ?? [];
    return carriers.map((sent) => ({ sent, told: sent.told?.[sent.userIds.indexOf(userId)] }));
  }
}
