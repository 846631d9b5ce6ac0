import { bareLoop } from './bareLoop';
import { codeAndHttpRequest } from './codeAndHttpRequest';
import { keepAlive } from './keepAlive';
import { ours } from './ours';
import type { Way } from './way';

/** The ways to compare, in the order of the table. */
export const ways: readonly Way[] = [ours, codeAndHttpRequest, bareLoop, keepAlive];

export { bareLoop } from './bareLoop';
export { emptyRun } from './emptyRun';
export { getUsers, registerOrUpdateUsers } from './family';
export { ours, oursWith } from './ours';
export type { Stage, Way } from './way';
