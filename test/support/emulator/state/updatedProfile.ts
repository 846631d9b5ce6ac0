import type { UserReadings } from '../readings/userReadings';
import type { GivenProfile, Profile } from './user';

/** What BatchUpdateUser can change. */
const members = ['NickName', 'Portrait', 'Tags', 'Ext'] as const;

/**
 * The profile after BatchUpdateUser. Whether a user is a robot stays as it is.
 * Source: https://www.volcengine.com/docs/6348/1187901
 */
export function updatedProfile(before: Profile, given: GivenProfile, readings: UserReadings): Profile {
  const kept = readings.omittedOnUpdate === 'keep' ? before : { IsRobot: before.IsRobot };
  const changed = members
    .filter((member) => !isOmitted(given[member], readings))
    .map((member) => [
      member,
      isEmpty(given[member]) ? undefined : changedMember(member, before, given, readings),
    ]);
  const after = { ...kept, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

/** Whether an update gives nothing that it could change. */
export function isEmptyUpdate(given: GivenProfile, readings: UserReadings): boolean {
  return members.every((member) => isOmitted(given[member], readings));
}

function changedMember(
  member: (typeof members)[number],
  before: Profile,
  given: GivenProfile,
  { updatedTags, updatedExt }: UserReadings,
): unknown {
  if (member === 'Tags' && updatedTags === 'merge') {
    return [...new Set([...(before.Tags ?? []), ...(given.Tags ?? [])])];
  }
  if (member === 'Ext' && updatedExt === 'merge') return { ...before.Ext, ...given.Ext };
  return given[member];
}

function isOmitted(value: unknown, { emptyOnUpdate }: UserReadings): boolean {
  return value === undefined || value === null || (emptyOnUpdate === 'omitted' && isEmpty(value));
}

function isEmpty(value: unknown): boolean {
  return Object.keys(value as object).length === 0;
}
