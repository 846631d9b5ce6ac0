import { secrets } from '../secrets';
import { demand, type Law } from './law';

/** Everything that can be read of a value, errors with all their members and causes. */
export function textOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const names = Object.getOwnPropertyNames(value);
  return names.map((name) => `${name} ${textOf((value as Record<string, unknown>)[name], seen)}`).join(' ');
}

/** What holds for secrets. */
export const secretLaws: Record<string, Law> = {
  'no secret comes out, not even one that the service repeats': ({ outputs = [], error, hints }) => {
    const outcomes = outputs.flat().map(({ json }) => json.outcome);
    const text = [JSON.stringify(outcomes), textOf(error), ...hints].join(' ');
    const found = secrets.find((secret) => text.includes(secret));
    demand(found === undefined, () => `${found} in ${text.slice(0, 2000)}`);
  },
};
