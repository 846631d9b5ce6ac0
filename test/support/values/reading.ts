import type { Reading } from '../../../nodes/VolcengineRtc/values/reading';

/** The JSON of a reading; a problem fails the test that did not expect one. */
export function jsonOf(reading: Reading): string | undefined {
  if (reading !== undefined && 'problem' in reading) throw new TypeError(reading.problem);
  return reading?.json;
}

/** What is wrong with a value; undefined for one that can be read. */
export function problemOf(reading: Reading): string | undefined {
  return reading !== undefined && 'problem' in reading ? reading.problem : undefined;
}
