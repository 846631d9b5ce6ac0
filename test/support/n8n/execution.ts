/** What `n8n execute` says about a run, as far as the tests look at it. */
export interface ExecutionData {
  status: string;
  data: {
    resultData: {
      error?: ExecutionError;
      runData: Record<string, NodeRun[]>;
    };
  };
}

export interface ExecutionError {
  /** Its class, such as `NodeApiError`. */
  name?: string;
  message: string;
  description?: string | null;
}

/** One run of one node. */
export interface NodeRun {
  /** Milliseconds. */
  executionTime: number;
  executionStatus: string;
  hints?: Array<{ message: string }>;
  error?: ExecutionError;
  /** Items of each output; null for one that was given nothing. */
  data?: { main: Array<Item[] | null> };
}

export interface Item {
  json: Record<string, unknown>;
}

/**
 * Finds the execution in the output of `n8n execute`, which surrounds it with its log. The JSON is indented: only its
 * first and last line are a brace alone. Undefined when n8n failed before the workflow began.
 */
export function readExecution(output: string): ExecutionData | undefined {
  const [begin, end] = [output.search(/^\{$/m), output.search(/^\}$/m)];
  if (begin < 0 || end < begin) return undefined;
  return JSON.parse(output.slice(begin, end + 1)) as ExecutionData;
}
