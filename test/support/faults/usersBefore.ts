import type { Connection } from '../emulator/state/connections';
import type { Profile } from '../emulator/state/user';

const profiles = new Map<number, Profile>();

/** The profile of a user that is registered before the run; some have nothing, some have tags that runs add or remove. */
export function profileBefore(user: number): Profile {
  const profile = profiles.get(user) ?? newProfile(user);
  profiles.set(user, profile);
  return profile;
}

function newProfile(user: number): Profile {
  return {
    ...(user % 4 !== 0 && { NickName: `before ${user}` }),
    ...(user % 2 === 0 && { Tags: ['vip', 'old', '新'].slice(0, 1 + (user % 3)) }),
    ...(user % 5 === 0 && { Portrait: 'https://example.com/before.png', Ext: { level: String(user) } }),
    ...(user % 7 === 0 && { IsRobot: true }),
  };
}

const devices: ReadonlyArray<Partial<Connection>> = [
  { connectionId: 'c1', deviceId: '9223372036854775807', clientVersion: 7, platform: 'iOS' },
  {},
];

/** The devices that a user is online with, during the whole run. */
export function connectionsOf(user: number): ReadonlyArray<Partial<Connection>> {
  return devices.slice(0, user % 3);
}
