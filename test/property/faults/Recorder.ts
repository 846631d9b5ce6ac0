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

/** Whether anything has told the node that nothing more can succeed. */
export function isStopped({ recorder }: { recorder: Recorder }): boolean {
  return recorder.sent.some(({ told }) => told?.[0] === 'fatal' || told?.[0] === 'unsendable');
}
