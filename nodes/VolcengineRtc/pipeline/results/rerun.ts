import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outcomes } from './Outcomes';

/** A run of the node that n8n may repeat. */
interface FirstRun {
  executionId: string;
  nodeName: string;
  runIndex: number;
  items: readonly INodeExecutionData[];
  outcomes: Outcomes;
}

/** Keyed by the first item, and forgotten together with it. */
const firstRuns = new WeakMap<INodeExecutionData, FirstRun>();

/**
 * What an earlier run over the same items has led to; undefined for a first run.
 *
 * With Retry On Fail, n8n runs the node again also after a success where the first item has a field `error`, and
 * discards what came out. It passes the same item objects again, with the same run index; a branch has objects of its
 * own.
 */
export function earlierOutcomes(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
): Outcomes | undefined {
  const known = mayRunAgain(context) ? firstRuns.get(items[0] as INodeExecutionData) : undefined;
  if (known === undefined) return undefined;
  const { executionId, nodeName, runIndex } = identityOf(context);
  const isSame =
    known.executionId === executionId &&
    known.nodeName === nodeName &&
    known.runIndex === runIndex &&
    known.items.length === items.length &&
    known.items.every((item, index) => item === items[index]);
  return isSame ? known.outcomes : undefined;
}

/** Keeps the outcomes of a run that n8n may repeat. */
export function rememberOutcomes(
  context: IExecuteFunctions,
  items: readonly INodeExecutionData[],
  outcomes: Outcomes,
): void {
  const first = items[0];
  if (first === undefined || !mayRunAgain(context)) return;
  firstRuns.set(first, { ...identityOf(context), items: [...items], outcomes });
}

function mayRunAgain(context: IExecuteFunctions): boolean {
  return context.getNode().retryOnFail === true;
}

function identityOf(context: IExecuteFunctions): Omit<FirstRun, 'items' | 'outcomes'> {
  return {
    executionId: context.getExecutionId(),
    nodeName: context.getNode().name,
    runIndex: Number(context.evaluateExpression('{{ $runIndex }}', 0)),
  };
}
