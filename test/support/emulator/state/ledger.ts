import { isRecipient, type Broadcast } from './broadcast';
import { Connections } from './connections';
import type { FormerUser, Profile, RegisteredUser } from './user';

/** What every app has: its registered users in order of registration, who is online, and what was sent. */
export class Ledger {
  /** Set by tests alone. */
  readonly connections = new Connections();
  private readonly apps = new Map<number, Map<string, RegisteredUser>>();
  private readonly former: FormerUser[] = [];
  private readonly sent: Broadcast[] = [];

  /**
   * Registers a user unless the id is known, in which case the profile stays as it was.
   * @returns whether the user is new.
   */
  register(appId: number, userId: string, profile: Profile, requestId: string, createTime: number): boolean {
    const users = this.usersOf(appId);
    const known = users.get(userId);
    if (known) {
      known.timesRequested += 1;
      return false;
    }
    const times = { createTime, modifyTime: createTime };
    users.set(userId, { userId, profile, requestId, ...times, changedBy: [], timesRequested: 1 });
    return true;
  }

  /** Gives a registered user another profile. Others stay unknown. */
  change(appId: number, userId: string, profile: Profile, requestId: string, modifyTime: number): void {
    const users = this.usersOf(appId);
    const known = users.get(userId);
    if (!known) return;
    users.set(userId, { ...known, profile, modifyTime, changedBy: [...known.changedBy, requestId] });
  }

  /** Forgets a user; who is not registered stays so. */
  unregister(appId: number, userId: string, requestId: string, time: number): void {
    if (this.usersOf(appId).delete(userId)) this.former.push({ appId, userId, requestId, time });
  }

  /** Sends a message to the users that are registered and meant, and keeps it. */
  broadcast(message: Omit<Broadcast, 'reached'>): void {
    const meant = this.users(message.appId).filter((user) => isRecipient(user, message.to));
    this.sent.push({ ...message, reached: meant.map(({ userId }) => userId) });
  }

  /** Puts users in before a test starts, as if registered long ago. */
  seed(appId: number, userIds: readonly string[], profile: Profile = {}): void {
    const users = this.usersOf(appId);
    const long = { requestId: 'seed', createTime: 0, modifyTime: 0, changedBy: [], timesRequested: 0 };
    for (const userId of userIds) users.set(userId, { userId, profile, ...long });
  }

  /** The registered user, or undefined. */
  find(appId: number, userId: string): Readonly<RegisteredUser> | undefined {
    return this.apps.get(appId)?.get(userId);
  }

  /** Whether the id is registered. */
  has(appId: number, userId: string): boolean {
    return this.find(appId, userId) !== undefined;
  }

  /** The users of an app in order of registration. */
  users(appId: number): Array<Readonly<RegisteredUser>> {
    return [...(this.apps.get(appId)?.values() ?? [])];
  }

  /** The ids of an app in order of registration. */
  userIds(appId: number): string[] {
    return [...(this.apps.get(appId)?.keys() ?? [])];
  }

  /** How many users are registered, in one app or in all. */
  count(appId?: number): number {
    const apps = appId === undefined ? [...this.apps.keys()] : [appId];
    return apps.reduce((sum, id) => sum + (this.apps.get(id)?.size ?? 0), 0);
  }

  /** The ids that applied requests asked to register more than once, in order of registration. */
  requestedAgain(appId: number): string[] {
    return this.userIds(appId).filter((userId) => this.find(appId, userId)!.timesRequested > 1);
  }

  /** Every user that was unregistered, in order; one that came back and left again stands here twice. */
  get formerUsers(): readonly FormerUser[] {
    return this.former;
  }

  /** Every message that was sent, in order. */
  get broadcasts(): readonly Broadcast[] {
    return this.sent;
  }

  private usersOf(appId: number): Map<string, RegisteredUser> {
    const users = this.apps.get(appId) ?? new Map<string, RegisteredUser>();
    this.apps.set(appId, users);
    return users;
  }
}
