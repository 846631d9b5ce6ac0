import type { Connection } from '../../emulator/state/connections';
import type { RegisteredUser } from '../../emulator/state/user';
import { isAnythingDone } from '../doneBy';
import { factsOf } from '../facts';
import { forRows } from './cases';
import { demand, type Law } from './law';

/** A profile in the node's own words; what a user does not have may be left out or empty. */
function inWords({
  userId,
  profile,
  createTime,
  modifyTime,
}: Readonly<RegisteredUser>): Record<string, unknown> {
  const { NickName = '', Portrait = '', Tags = [], Ext = {}, IsRobot = false } = profile;
  const times = [createTime, modifyTime].map((ms) => new Date(ms).toISOString());
  return {
    userId,
    nickName: NickName,
    portrait: Portrait,
    tags: Tags,
    ext: Ext,
    isRobot: IsRobot,
    createTime: times[0],
    modifyTime: times[1],
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === false ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value as object).length === 0)
  );
}

/** Whether what came out of a profile is the same as what the ledger has, but for what is empty. */
function isSameUser(seen: unknown, user: Readonly<RegisteredUser>): boolean {
  const given = { ...(seen as Record<string, unknown>) };
  const expected = inWords(user);
  return [...new Set([...Object.keys(given), ...Object.keys(expected)])].every((name) => {
    if (!(name in given)) return isEmpty(expected[name]);
    return JSON.stringify(given[name]) === JSON.stringify(expected[name]);
  });
}

function connectionInWords({ connectionId, deviceId, clientVersion, platform }: Connection) {
  return { platform, deviceId, connectionId, clientVersion: String(clientVersion) };
}

/** What holds for what is looked up. */
export const readLaws: Record<string, Law> = {
  'looking something up changes nothing': (play) => {
    if (factsOf(play.script).effect === 'reads')
      demand(!isAnythingDone(play), () => 'the ledger has changed');
  },

  'a user that is found is as the service has it': forRows(({ outcome, expected }, play) => {
    if (play.script.operation !== 'getUsers') return outcome.user === undefined;
    const user = play.ledger.find(Number(expected.appId), expected.userId);
    if (!outcome.isSuccess) return outcome.user === undefined;
    return user !== undefined && isSameUser(outcome.user, user);
  }),

  'a user is online with the devices that the service has': forRows(({ outcome, expected }, play) => {
    if (play.script.operation !== 'getOnlineStatus' || !outcome.isSuccess)
      return outcome.online === undefined;
    const devices = play.ledger.connections.of(Number(expected.appId), expected.userId);
    const isSame = JSON.stringify(outcome.connections) === JSON.stringify(devices.map(connectionInWords));
    return outcome.online === devices.length > 0 && isSame;
  }),
};
