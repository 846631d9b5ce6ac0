/** A server that n8n keeps its data in, on the loopback address. */
export interface DataServer {
  port: number;
  /** What tells n8n to use it. */
  env: NodeJS.ProcessEnv;
  /** Ends it, and removes what it kept. */
  close(): Promise<void>;
}
