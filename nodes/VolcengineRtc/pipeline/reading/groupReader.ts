import type { Operation } from '../../operations/operation';
import type { RequestMember } from '../../operations/requestMember';
import type { Group } from '../entry';
import { problemText, type Reading } from '../../values/reading';

/** The members that an item's request has, or what is wrong with them. */
export type GroupReading = { group: Group } | { problems: readonly string[]; code?: string };

/**
 * Reads the members that the rows of a request share.
 *
 * @param readers one for each member
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
  const given: string[] = [];
  const problems: string[] = [];
  let code: string | undefined;
  members.forEach(({ id, displayName, isOptional }, at) => {
    const reading = readings[at];
    if (reading !== undefined && 'json' in reading) given.push(`"${id}":${reading.json}`);
    else if (reading !== undefined) {
      problems.push(`${displayName}: ${problemText(reading)}`);
      code ??= reading.code;
    } else if (isOptional !== true) problems.push(`'${displayName}' is missing`);
  });
  if (problems.length > 0) return { problems, code };
  given.push(...Object.entries(constants).map(([id, json]) => `"${id}":${json}`));
  const [app] = readings as [{ json: string }];
  return { group: { appId: app.json, json: given.join(',') } };
}
