import type { Credential, Workflow } from '../../../support/n8n';

/** What a process with n8n's engine is given to do. */
export interface Job {
  /** Holds n8n's engine and nodes, below `node_modules`. */
  engineFolder: string;
  /** Holds the packed package of this repository, unpacked. */
  packageFolder: string;
  /** Receives what came of the workflow, as an `ExecutionData`. */
  resultFile: string;
  /** Stands for every credential of its type. */
  credential: Credential;
  workflow: Workflow;
}
