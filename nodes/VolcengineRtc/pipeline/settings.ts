import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { ExistingUsers } from './judge';

/** The node's options, with the defaults of those that were never opened. */
export interface Settings {
  batchSize: number;
  maxRequestsPerSecond: number;
  maxAttempts: number;
  timeoutMs: number;
  /** 0 for never. */
  giveUpAfterMs: number;
  existingUsers: ExistingUsers;
  outcomeField: string;
  validateOnly: boolean;
}

/** How long a run goes on without a request accepted, unless the option says otherwise. */
export const defaultGiveUpAfterMs = 300_000;

/** Latency at which the full rate still holds: this many seconds' worth of requests may be in flight. */
const coveredLatencySeconds = 1.2;

/** Names under which n8n would take an outcome for an error of the item, and move the item. */
const reservedFields = ['error', 'message', 'details'];

/**
 * Reads the options.
 *
 * @throws NodeOperationError for a value out of range
 */
export function readSettings(context: IExecuteFunctions, { limits }: Operation): Settings {
  const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
  const settings = settingsOf(options, limits);
  const problem = problemOf(settings, limits);
  if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);
  return settings;
}

/** What holds where no option is set. */
export function defaultSettings({ limits }: Operation): Settings {
  return settingsOf({}, limits);
}

function settingsOf(options: Record<string, unknown>, limits: Operation['limits']): Settings {
  return {
    batchSize: Number(options.batchSize ?? limits.usersPerRequest),
    maxRequestsPerSecond: Number(options.maxRequestsPerSecond ?? limits.requestsPerSecond),
    maxAttempts: Number(options.maxAttempts ?? 4),
    timeoutMs: Number(options.timeout ?? 10_000),
    giveUpAfterMs: 1000 * Number(options.giveUpAfter ?? defaultGiveUpAfterMs / 1000),
    existingUsers: (options.existingUsers ?? 'fail') as ExistingUsers,
    outcomeField: String(options.outcomeField ?? '') || 'outcome',
    validateOnly: options.validateOnly === true,
  };
}

/** Requests that may be under way at once, and batches that are worked on. */
export function maxInFlight({ maxRequestsPerSecond }: Settings): number {
  return Math.ceil(maxRequestsPerSecond * coveredLatencySeconds);
}

function problemOf(settings: Settings, limits: Operation['limits']): string | undefined {
  const { batchSize, maxRequestsPerSecond, maxAttempts, timeoutMs, giveUpAfterMs } = settings;
  const { existingUsers, outcomeField } = settings;
  if (!isIntegerWithin(batchSize, 1, limits.usersPerRequest)) {
    return `Batch Size must be a whole number from 1 to ${limits.usersPerRequest}`;
  }
  if (!(maxRequestsPerSecond > 0 && maxRequestsPerSecond <= limits.requestsPerSecond)) {
    return `Max Requests per Second must be above 0 and at most ${limits.requestsPerSecond}`;
  }
  if (!isIntegerWithin(maxAttempts, 1, 10)) return 'Max Attempts must be a whole number from 1 to 10';
  if (!isIntegerWithin(timeoutMs, 1, 3_600_000))
    return 'Timeout must be a whole number of milliseconds, at least 1';
  if (!isIntegerWithin(giveUpAfterMs / 1000, 0, 86_400)) {
    return 'Give Up After must be a whole number of seconds from 0 to 86400';
  }
  if (!['fail', 'succeed'].includes(existingUsers)) return 'Existing Users must be "fail" or "succeed"';
  if (reservedFields.includes(outcomeField)) {
    return `Outcome Field must not be "${outcomeField}": n8n takes items with such a field for errors`;
  }
  return undefined;
}

function isIntegerWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
