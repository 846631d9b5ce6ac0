import type { Credential, Execution, Workflow } from '../../support/n8n';

/** The example workflow, ready to run. */
export interface ExampleRun {
  /** This package, packed. */
  tarball: string;
  /** Names the credential in its nodes. */
  workflow: Workflow;
  credential: Credential;
  /** What the workflow may read and write. */
  folders: readonly string[];
  /** What is said while it runs. */
  label: string;
}

/** What runs it: n8n's engine, or the whole n8n. */
export interface Runner {
  /** Puts what it needs on this machine, where that is not done yet. */
  install(): Promise<unknown>;
  run(example: ExampleRun): Promise<Execution>;
}
