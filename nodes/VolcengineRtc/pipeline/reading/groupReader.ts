import type { Operation } from '../../operations/operation';
import type { RequestMember } from '../../operations/requestMember';
import type { Group } from '../entry';
import type { Reading } from '../../values/reading';

/** The members that an item's request has, or what is wrong with them. */
export type GroupReading = { group: Group } | { problems: readonly string[] };

/**
 * Reads the members that the rows of a request share.
 *
 * @param readers one for each member that comes from a parameter
 */
export function groupReader(
  { request, constants }: Pick<Operation, 'request' | 'constants'>,
  readers: ReadonlyArray<(itemIndex: number) => Reading>,
): (itemIndex: number) => GroupReading {
  // Most items have the same as the one before, and all of a long list are to share what is kept of it.
  let readings: readonly Reading[] = [];
  let last: GroupReading = { problems: [] };
  return (itemIndex) => {
    const now = readers.map((reader) => reader(itemIndex));
    if (readings.length > 0 && now.every((reading, at) => isSame(reading, readings[at]))) return last;
    readings = now;
    last = toGroup(request, readings, constants);
    return last;
  };
}

function isSame(one: Reading, other: Reading): boolean {
  if (one === other) return true;
  return (
    one !== undefined && other !== undefined && 'json' in one && 'json' in other && one.json === other.json
  );
}

function toGroup(
  members: readonly RequestMember[],
  readings: readonly Reading[],
  constants: Operation['constants'] = {},
): GroupReading {
  const jsons: string[] = [];
  const problems: string[] = [];
  members.forEach(({ field: { displayName } }, at) => {
    const reading = readings[at];
    if (reading === undefined) problems.push(`${displayName} is missing`);
    else if ('problem' in reading) problems.push(`${displayName}: ${reading.problem}`);
    else jsons.push(reading.json);
  });
  if (problems.length > 0) return { problems };
  const given = members.map(({ id }, at) => [id, jsons[at]] as const);
  const json = [...given, ...Object.entries(constants)].map(([id, value]) => `"${id}":${value}`).join(',');
  return { group: { appId: jsons[0] as string, json } };
}
