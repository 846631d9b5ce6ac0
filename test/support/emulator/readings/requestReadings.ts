/**
 * What a request may hold, where the documentation is silent or contradicts itself.
 * "go-im" is the official Go SDK: https://github.com/volcengine/volc-sdk-golang, `service/im/model.go`.
 */
export interface RequestReadings {
  /** Ids as JSON text; not documented. */
  idsAsText: 'refused' | 'accepted';
  /** User id 0: "never negative" by 6348/914736; go-im asks more than 0 of members of a conversation. */
  userIdZero: 'accepted' | 'refused';
  /**
   * An id that a request names twice: the request is refused, each mention is carried out in turn, or one of them.
   * Not documented; an example of 2023 (6348/1125993) names one twice.
   */
  duplicateIds: 'refused' | 'inTurn' | 'once';
  /** A user whose fields are wrong among right ones; not documented. */
  invalidUsers: 'refuseRequest' | 'failedInfos';
  /** What the lengths of NickName and Portrait count: characters (6348/1125993) or UTF-8 bytes (go-im). */
  lengthsIn: 'characters' | 'bytes';
  /** A NickName or Portrait beyond its limit: `InvalidParam`, or stored as it is. Not documented. */
  longTexts: 'refused' | 'accepted';
  /** Whether the limits on a user's Ext hold, which only comments of go-im name. */
  extLimits: 'checked' | 'unchecked';
  /** Limits on a user's tags; none are published. */
  tagLimits: { count?: number; characters?: number };
  /** `Tags: []`: as if it were left out, or `InvalidParam`. BatchUpdateUserTags needs tags and refuses it anyway. */
  emptyTags: 'absent' | 'refused';
  /** Users in a request of RegisterUsers: 20 by 6348/1125993, 10 by its copy of September 2023. */
  usersPerRegistration: number;
  /** Ids in a request of BatchUpdateUserTags; not published. BatchUpdateUser takes 10. */
  tagIdsPerRequest: number;
  /** BatchUpdateUserTags without `Op`: the page (6348/1125995) calls it required and says that its default is 0. */
  omittedOp: 'refused' | 'append';
  /** How far X-Date may be ahead of the service's clock. Not published; 15 minutes are what it may be behind. */
  clockAheadMs: number;
}

/** The most likely readings, the stricter ones where none is. */
export const likelyRequestReadings: RequestReadings = {
  idsAsText: 'refused',
  userIdZero: 'accepted',
  duplicateIds: 'refused',
  invalidUsers: 'refuseRequest',
  lengthsIn: 'characters',
  longTexts: 'refused',
  extLimits: 'checked',
  tagLimits: {},
  emptyTags: 'absent',
  usersPerRegistration: 20,
  tagIdsPerRequest: 10,
  omittedOp: 'refused',
  clockAheadMs: 15 * 60 * 1000,
};
