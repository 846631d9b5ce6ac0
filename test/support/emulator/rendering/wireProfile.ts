import type { AnswerReadings } from '../readings/answerReadings';
import type { Profile } from '../state/user';

const empty = { NickName: '', Portrait: '', Tags: [], Ext: {}, IsRobot: false };
/** Those that the Go SDK's model of the answer calls required. */
const { NickName, Portrait, Ext } = empty;

/** What stands for members that a user does not have. */
const unset = {
  absent: {},
  required: { NickName, Portrait, Ext },
  empty,
  null: Object.fromEntries(Object.keys(empty).map((member) => [member, null])),
};

/** A profile as BatchGetUser answers it. Source: https://www.volcengine.com/docs/6348/1125996 */
export function wireProfile(profile: Profile, { unsetMembers }: AnswerReadings): object {
  const set = Object.entries(profile).filter(([, value]) => value === true || isFilled(value));
  return { ...unset[unsetMembers], ...Object.fromEntries(set) };
}

function isFilled(value: Profile[keyof Profile]): boolean {
  return Object.keys(value ?? {}).length > 0;
}
