/**
 * How answers are written, where the documentation is silent or contradicts itself.
 * "go-im" is the official Go SDK: https://github.com/volcengine/volc-sdk-golang, `service/im/model.go`.
 */
export interface AnswerReadings {
  /** A `Result` with nothing in it: `{}` in the examples; go-im lets it be missing. */
  emptyResult: 'object' | 'absent';
  /** Ids that BatchGetUser and QueryOnlineStatus answer with: Long by their pages. */
  foundIdsAs: 'number' | 'text';
  /** Order in which BatchGetUser lists users and ids that it does not find; not documented. */
  foundOrder: 'asAsked' | 'reversed' | 'byId';
  /** What stands for a list or map with nothing in it, in BatchGetUser and QueryOnlineStatus. */
  emptyLists: 'empty' | 'null' | 'absent';
  /**
   * A member of the profile that a user does not have, in BatchGetUser. `required`: those that go-im requires are empty
   * (`""`, `{}`), Tags and IsRobot are left out, as go-im lets them be.
   */
  unsetMembers: 'required' | 'absent' | 'empty' | 'null';
  /** An id without a connection, in QueryOnlineStatus: its key is missing or has nothing in its list. */
  offlineAs: 'absent' | 'empty' | 'null';
}

/** The most likely readings. */
export const likelyAnswerReadings: AnswerReadings = {
  emptyResult: 'object',
  foundIdsAs: 'number',
  foundOrder: 'asAsked',
  emptyLists: 'empty',
  unsetMembers: 'required',
  offlineAs: 'absent',
};
