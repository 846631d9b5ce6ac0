import type { Connection } from '../emulator/state/connections';
import type { Profile } from '../emulator/state/user';

/** The profile of a user that is registered before the run; some have nothing, some have tags that runs add or remove. */
export function profileBefore(user: number): Profile {
  return {
    ...(user % 4 !== 0 && { NickName: `before ${user}` }),
    ...(user % 2 === 0 && { Tags: ['vip', 'old', '新'].slice(0, 1 + (user % 3)) }),
    ...(user % 5 === 0 && { Portrait: 'https://example.com/before.png', Ext: { level: String(user) } }),
    ...(user % 7 === 0 && { IsRobot: true }),
  };
}

/** The devices that a user is online with, during the whole run. */
export function connectionsOf(user: number): Array<Partial<Connection>> {
  const one = { connectionId: `c${user}`, deviceId: '9223372036854775807', clientVersion: 7 } as const;
  return [{ ...one, platform: 'iOS' as const }, {}].slice(0, user % 3);
}
