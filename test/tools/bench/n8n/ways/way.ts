import type { Row, WorkflowNode } from '../../../../support/n8n';
import type { Address } from '../../../../support/service/service';

/** Where a way is tried. */
export interface Stage {
  service: Address;
  appId: number;
  /** Holds users.csv, and is the way's to write to. */
  folder: string;
  rows: readonly Row[];
}

/** A way to register the users of a list. */
export interface Way {
  name: string;
  /** In n8n: the nodes that follow those that read the list. */
  nodes?(stage: Stage): WorkflowNode[];
  /** Outside n8n: the arguments of Node.js. */
  command?(stage: Stage): string[];
}
