/** What UserBroadcast (6348/1125997) takes, where the documentation is silent or contradicts itself. */
export interface BroadcastReadings {
  /** Calls a day; Infinity for the page of September 2024, which knows no quota but 50 requests a second. */
  broadcastsPerDay: number;
  /**
   * What the quota is counted for. The page of 2023 says an AppId, the newest page nothing; limits in general are
   * those of an account (6348/412251).
   */
  broadcastQuotaPer: 'account' | 'app';
  /** When a day is over: at midnight in Beijing (UTC+8), or 24 hours after a call. Not documented. */
  broadcastDay: 'calendar' | 'rolling';
  /** A sender that is not registered. "Sending messages needs no registration", says 6348/1125993. */
  unregisteredSender: 'accepted' | 'refused';
  /** Whether Content has to be what 6348/372181 prescribes for its type. The page's example is no such text. */
  messageContent: 'clientForm' | 'free';
  /** Message types: any positive 32-bit integer, or the six of 6348/192711. */
  messageTypes: 'any' | 'documented';
}

/** The most likely readings, the stricter one for what is in a message. */
export const likelyBroadcastReadings: BroadcastReadings = {
  broadcastsPerDay: 20,
  broadcastQuotaPer: 'account',
  broadcastDay: 'calendar',
  unregisteredSender: 'accepted',
  messageContent: 'clientForm',
  messageTypes: 'any',
};
