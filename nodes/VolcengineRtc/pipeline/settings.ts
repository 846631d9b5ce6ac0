import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { AlreadySo } from './judging/judge';
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

const leastRequestsPerSecond = 0.01;

/** Names under which n8n would take an outcome for an error of the item, and move the item. */
const reservedFields = ['error', 'message', 'details'];

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
  yieldToEventLoop: () => Promise<void>,
): Promise<Settings> {
  const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
  const settings = settingsOf(options, operation);
  const problem = problemOf(settings, operation);
  if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);
  return {
    ...settings,
    members: readMembers(context, operation, options),
    validateOnly: await readValidateOnly(context, options.validateOnly, items, yieldToEventLoop),
  };
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
    throw new NodeOperationError(context.getNode(), `${field.displayName}: ${reading.problem}`);
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

function problemOf(settings: Settings, { limits, alreadySo, mostItems }: Operation): string | undefined {
  const { batchSize, maxRequestsPerSecond, maxAttempts, timeoutMs, giveUpAfterMs } = settings;
  const { outcomeField } = settings;
  if (!isIntegerWithin(batchSize, 1, limits.rowsPerRequest)) {
    return `Batch Size must be a whole number from 1 to ${limits.rowsPerRequest}`;
  }
  if (!isWithin(maxRequestsPerSecond, leastRequestsPerSecond, limits.requestsPerSecond)) {
    return `Max Requests per Second must be a number from ${leastRequestsPerSecond} to ${limits.requestsPerSecond}`;
  }
  if (!isIntegerWithin(maxAttempts, 1, 10)) return 'Max Attempts must be a whole number from 1 to 10';
  if (!isIntegerWithin(timeoutMs, 1, 3_600_000))
    return 'Timeout must be a whole number of milliseconds, at least 1';
  if (!isIntegerWithin(giveUpAfterMs / 1000, 0, 86_400)) {
    return 'Give Up After must be a whole number of seconds from 0 to 86400';
  }
  if (!['fail', 'succeed'].includes(settings.alreadySo)) {
    return `${alreadySo?.option?.displayName} must be "fail" or "succeed"`;
  }
  if (mostItems !== undefined && !isIntegerWithin(settings.mostItems ?? NaN, 1, Number.MAX_SAFE_INTEGER)) {
    return `${mostItems.field.displayName} must be a whole number, at least 1`;
  }
  if (reservedFields.includes(outcomeField)) {
    return `Outcome Field must not be "${outcomeField}": n8n takes items with such a field for errors`;
  }
  return undefined;
}

function isIntegerWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && isWithin(value, least, most);
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
