/** A user's profile in the API's own field names, as the request gave it (without the id). */
export interface Profile {
  NickName?: string;
  Portrait?: string;
  Tags?: string[];
  Ext?: Record<string, string>;
  IsRobot?: boolean;
}

/** A profile as a request gives it, null for null. */
export type GivenProfile = { [member in keyof Profile]?: Profile[member] | null };

/** What the service keeps about a registered user. */
export interface RegisteredUser {
  /** Digits, exactly as sent. */
  userId: string;
  profile: Profile;
  /** The request that registered the user; `seed` for those put in by `Ledger.seed`. */
  requestId: string;
  /** Milliseconds since the epoch. */
  createTime: number;
  /** When the profile was changed last, in milliseconds since the epoch; `createTime` until then. */
  modifyTime: number;
  /** The requests that changed the profile since, in their order. */
  changedBy: readonly string[];
  /** How many applied requests asked to register this id: above 1, a client has sent it again. */
  timesRequested: number;
}

/** A user that was unregistered. */
export interface FormerUser {
  appId: number;
  userId: string;
  /** The request that unregistered the user. */
  requestId: string;
  /** When, in milliseconds since the epoch. */
  time: number;
}
