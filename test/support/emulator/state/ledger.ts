/** A user's profile in the API's own field names, as the request gave it (without the id). */
export interface Profile {
  NickName?: string;
  Portrait?: string;
  Tags?: string[];
  Ext?: Record<string, string>;
  IsRobot?: boolean;
}

/** What the service keeps about a registered user. */
export interface RegisteredUser {
  /** Digits, exactly as sent. */
  userId: string;
  profile: Profile;
  /** The request that registered the user; `seed` for those put in by `Ledger.seed`. */
  requestId: string;
  /** Milliseconds since the epoch. */
  createTime: number;
  /** How many applied requests asked to register this id: above 1, a client has sent it again. */
  timesRequested: number;
}

/** The registered users of every app, in order of registration. */
export class Ledger {
  private readonly apps = new Map<number, Map<string, RegisteredUser>>();

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
    users.set(userId, { userId, profile, requestId, createTime, timesRequested: 1 });
    return true;
  }

  /** Puts users in before a test starts, as if registered long ago. */
  seed(appId: number, userIds: readonly string[], profile: Profile = {}): void {
    const users = this.usersOf(appId);
    for (const userId of userIds) {
      users.set(userId, { userId, profile, requestId: 'seed', createTime: 0, timesRequested: 0 });
    }
  }

  /** The registered user, or undefined. */
  find(appId: number, userId: string): Readonly<RegisteredUser> | undefined {
    return this.apps.get(appId)?.get(userId);
  }

  /** Whether the id is registered. */
  has(appId: number, userId: string): boolean {
    return this.find(appId, userId) !== undefined;
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

  private usersOf(appId: number): Map<string, RegisteredUser> {
    const users = this.apps.get(appId) ?? new Map<string, RegisteredUser>();
    this.apps.set(appId, users);
    return users;
  }
}
