import { node } from '../workflow';
import type { Way } from './way';

/** Reads the list and passes it on: what all ways in n8n cost before they begin. */
export const emptyRun: Way = {
  name: 'n8n alone: reads the list',
  nodes: () => [node('Pass on', 'n8n-nodes-base.noOp', 1, {})],
};
