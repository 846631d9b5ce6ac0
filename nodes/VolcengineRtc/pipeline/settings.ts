import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { problemText } from '../values/reading';
import type { YieldToEventLoop } from './eventLoopYielder';
import type { AlreadySo } from './judging/judge';
import { operationError } from './operationError';
import { optionProblem } from './optionProblem';
import { readValidateOnly } from './validateOnly';

/** The node's options, with the defaults of those that were never opened. */
export interface Settings {
  batchSize: number;
  maxRequestsPerSecond: number;
  maxAttempts: number;
  timeoutMs: number;
  /** 0 for never. */
  giveUpAfterMs: number;
  alreadySo: AlreadySo;
  outcomeField: string;
  validateOnly: boolean;
  /** How many items may be sent; undefined for any number. */
  mostItems?: number;
  /** Members of every request that come from options, without braces. */
  members: string;
}

/** How long a run goes on without a request accepted, unless the option says otherwise. */
export const defaultGiveUpAfterMs = 300_000;

/** Latency at which the full rate still holds: this many seconds' worth of requests may be in flight. */
const coveredLatencySeconds = 1.2;

/**
 * Reads the options for the first item, and Validate Only for all of them.
 *
 * @param yieldToEventLoop called after every item, so that a long list does not block
 * @throws NodeOperationError for a value out of range
 */
export async function readSettings(
  context: IExecuteFunctions,
  operation: Operation,
  items: readonly INodeExecutionData[],
  yieldToEventLoop: YieldToEventLoop,
): Promise<Settings> {
  const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
  const settings = settingsOf(options, operation);
  const problem = optionProblem(settings, options, operation);
  if (problem !== undefined) throw refusal(context, problem);
  return {
    ...settings,
    members: readMembers(context, operation, options),
    validateOnly: await readValidateOnly(context, options.validateOnly, items, yieldToEventLoop),
  };
}

function refusal(context: IExecuteFunctions, problem: string): NodeOperationError {
  return operationError(context.getNode(), {
    message: `${problem}.`,
    description: 'Correct the option. An expression in it is evaluated for the first item.',
  });
}

/** The members of requests that come from options. */
function readMembers(
  context: IExecuteFunctions,
  { optionMembers = [] }: Operation,
  options: Record<string, unknown>,
): string {
  const members = optionMembers.flatMap(({ id, field, read }) => {
    const reading = read(options[field.name]);
    if (reading === undefined) return [];
    if ('json' in reading) return [`"${id}":${reading.json}`];
    throw refusal(context, `${field.displayName}: ${problemText(reading)}`);
  });
  return members.join(',');
}

/** The settings where no option is set. */
export function defaultSettings(operation: Operation): Settings {
  return settingsOf({}, operation);
}

function settingsOf(options: Record<string, unknown>, operation: Operation): Settings {
  const { limits, rows, alreadySo, mostItems } = operation;
  // A request that is no list has nothing to give up but itself.
  const giveUpAfter = rows === undefined ? 0 : (options.giveUpAfter ?? defaultGiveUpAfterMs / 1000);
  return {
    batchSize: toNumber(options.batchSize ?? limits.rowsPerRequest),
    maxRequestsPerSecond: toNumber(options.maxRequestsPerSecond ?? limits.requestsPerSecond),
    maxAttempts: toNumber(options.maxAttempts ?? 4),
    timeoutMs: toNumber(options.timeout ?? 10_000),
    giveUpAfterMs: 1000 * toNumber(giveUpAfter),
    alreadySo: ((alreadySo?.option && options[alreadySo.option.name]) ?? 'fail') as AlreadySo,
    outcomeField: String(options.outcomeField ?? '') || 'outcome',
    validateOnly: false,
    ...(mostItems && { mostItems: toNumber(options[mostItems.field.name] ?? mostItems.field.default) }),
    members: '',
  };
}

/** A number, or text that is one. Number() would also make numbers of booleans, of lists and of nothing. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** Requests that may be under way at once, and batches that are worked on. What works once goes out one by one. */
export function maxInFlight({ effect }: Operation, { maxRequestsPerSecond }: Settings): number {
  return effect === 'once' ? 1 : Math.ceil(maxRequestsPerSecond * coveredLatencySeconds);
}
