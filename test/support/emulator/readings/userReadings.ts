/**
 * What becomes of users, where the documentation is silent or contradicts itself.
 * "go-im" is the official Go SDK: https://github.com/volcengine/volc-sdk-golang, `service/im/model.go`.
 */
export interface UserReadings {
  /**
   * RegisterUsers of an id that exists: `UserHasRegistered` of that user, or of the whole request, or the profile is
   * replaced. The error's table (6348/412253) says "do not register again"; where it stands is not documented.
   */
  existingUsersAs: 'failedInfos' | 'requestError' | 'updated';
  /**
   * An id that is not registered, where users are unregistered or changed: `UserNotFound` of that user, or of the
   * whole request, or nothing (in 2023 the answer of UnRegisterUsers named no failed users). Not documented.
   */
  missingUsersAs: 'failedInfos' | 'requestError' | 'ignored';
  /**
   * Milliseconds on the wall clock after unregistering in which registering again fails with `UpdateTooFrequent`, the
   * code for what was changed too recently. Not documented.
   */
  registerAgainAfterMs: number;
  /**
   * A member that BatchUpdateUser leaves out. The page (6348/1187901) calls all but the id optional, which suggests
   * `keep`. go-im calls them required, but so it does with an Ext (UpdateFriend) that its own words let be left out.
   */
  omittedOnUpdate: 'keep' | 'clear';
  /**
   * `""`, `[]` and `{}` in BatchUpdateUser. go-im cannot leave a member out and sends one that is not set empty, or
   * Tags and Ext as null; a page that calls it optional then means that empty is as good as omitted. Null always is.
   */
  emptyOnUpdate: 'omitted' | 'cleared';
  /**
   * BatchUpdateUser that gives an id alone; not documented. Of its siblings UpdateFriend and
   * BatchUpdateLiveParticipants go-im says that the service refuses it.
   */
  emptyUpdate: 'refused' | 'accepted';
  /** Tags in BatchUpdateUser; not documented, but adding and removing single ones has an action of its own. */
  updatedTags: 'replace' | 'merge';
  /**
   * Ext in BatchUpdateUser; not documented. Of its sibling UpdateBlackList go-im says that new keys are added and known
   * ones overwritten.
   */
  updatedExt: 'merge' | 'replace';
}

/** The most likely readings. */
export const likelyUserReadings: UserReadings = {
  existingUsersAs: 'failedInfos',
  missingUsersAs: 'failedInfos',
  registerAgainAfterMs: 0,
  omittedOnUpdate: 'keep',
  emptyOnUpdate: 'omitted',
  emptyUpdate: 'refused',
  updatedTags: 'replace',
  updatedExt: 'merge',
};
