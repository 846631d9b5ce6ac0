import type { Problem } from '../../values/reading';

/** What n8n says of an expression that failed. */
interface ExpressionFailure {
  message: string;
  /** n8n's own name for what went wrong, such as `paired_item_no_info`. */
  type: unknown;
  /** The node that the expression names. */
  node?: string;
}

/** What n8n's errors of item linking mean, by their type. */
const meanings: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    paired_item_multiple_matches:
      'this item was made of several items of that node, and n8n cannot choose between them',
    paired_item_no_info: 'a node in between does not say which of its items came from which',
    paired_item_invalid_info: 'a node in between links this item to one that is not there',
    paired_item_intermediate_nodes: 'a node in between has not run',
    paired_item_no_connection: 'no connection leads from that node to this one',
  }),
);

/** Some errors repeat the value that they are about. */
const longestMessage = 500;

const advice = 'Take the field along in the items, or use .first() in place of .item';

/** Errors that an expression has of itself, whatever the item: in the wording of n8n 1 and 2. */
const forEveryItem =
  /^invalid syntax|node doesn't exist|node does not exist|hasn't been executed|security concerns|invalid constructor|env vars denied|please access its methods|please add \(\)/i;

/**
 * What went wrong with an expression, in n8n's words and, where those need it, in ours.
 *
 * @param what goes before n8n's words
 */
export function expressionProblem(what: string, error: unknown): Problem {
  const { message, type, node } = failureOf(error);
  const said = node === undefined || message.includes(node) ? message : `${message} ("${node}")`;
  const meaning = meanings.get(type);
  const problem = `${what}: ${said}`;
  return meaning === undefined ? { problem } : { problem: `${problem}: ${meaning}`, remedy: advice };
}

/** Whether an expression fails like this for every item that gets to the same part of it. */
export function isOfItself(error: unknown): boolean {
  const { message, type } = failureOf(error);
  return type === 'paired_item_no_connection' || forEveryItem.test(message);
}

function failureOf(error: unknown): ExpressionFailure {
  if (!(error instanceof Error)) {
    return { message: String(error).slice(0, longestMessage), type: undefined };
  }
  const { type, nodeCause } = ('context' in error ? (error.context ?? {}) : {}) as Record<string, unknown>;
  return {
    message: error.message.slice(0, longestMessage),
    type,
    ...(typeof nodeCause === 'string' && { node: nodeCause }),
  };
}
