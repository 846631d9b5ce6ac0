/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import type { Figure } from './figures';
import type { Timeline } from './timeline';

/** What the tests have measured, for the documentation. */
export interface Recording {
  figures: Figure[];
  timeline: Timeline;
}

/** Leaves the measurements in the file that FLEET_RECORDING names, if it names one. */
export function leaveRecording(recording: Partial<Recording>): void {
  const { FLEET_RECORDING: file } = process.env;
  if (file !== undefined) writeFileSync(file, JSON.stringify(recording));
}
