import type { Operation } from '../operations/operation';
import { quote } from '../values/quote';
import type { Settings } from './settings';

const leastRequestsPerSecond = 0.01;

/** Names under which n8n would take an outcome for an error of the item, and move the item. */
const reservedFields = ['error', 'message', 'details'];

/** What an option has to be, and whether it is. */
interface Rule {
  name: string;
  label: string;
  wanted: string;
  isKept: boolean;
}

/**
 * What is wrong with an option; undefined where all are within their bounds.
 *
 * @param options as they were read, for the message
 */
export function optionProblem(
  settings: Settings,
  options: Record<string, unknown>,
  operation: Operation,
): string | undefined {
  const broken = rulesOf(settings, operation).find(({ isKept }) => !isKept);
  if (broken !== undefined) {
    return `'${broken.label}' must be ${broken.wanted}, and is ${quote(options[broken.name])}`;
  }
  const { outcomeField } = settings;
  return reservedFields.includes(outcomeField)
    ? `'Outcome Field' must not be "${outcomeField}": n8n takes items with such a field for errors`
    : undefined;
}

function rulesOf(settings: Settings, { limits, alreadySo, mostItems }: Operation): Rule[] {
  const { batchSize, maxAttempts, timeoutMs, giveUpAfterMs } = settings;
  const rules = [
    whole('batchSize', 'Batch Size', batchSize, 1, limits.rowsPerRequest),
    rate(settings, limits.requestsPerSecond),
    whole('maxAttempts', 'Max Attempts', maxAttempts, 1, 10),
    whole('timeout', 'Timeout', timeoutMs, 1, 3_600_000),
    whole('giveUpAfter', 'Give Up After (Seconds)', giveUpAfterMs / 1000, 0, 86_400),
  ];
  if (alreadySo?.option !== undefined) {
    const { name, displayName: label } = alreadySo.option;
    const isKept = ['fail', 'succeed'].includes(settings.alreadySo);
    rules.push({ name, label, wanted: '"fail" or "succeed"', isKept });
  }
  if (mostItems !== undefined) {
    const { name, displayName } = mostItems.field;
    rules.push(whole(name, displayName, settings.mostItems ?? NaN, 1, Number.MAX_SAFE_INTEGER));
  }
  return rules;
}

function rate({ maxRequestsPerSecond }: Settings, most: number): Rule {
  return {
    name: 'maxRequestsPerSecond',
    label: 'Max Requests per Second',
    wanted: `a number from ${leastRequestsPerSecond} to ${most}`,
    isKept: isWithin(maxRequestsPerSecond, leastRequestsPerSecond, most),
  };
}

function whole(name: string, label: string, value: number, least: number, most: number): Rule {
  return {
    name,
    label,
    wanted: `a whole number ${most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`}`,
    isKept: Number.isInteger(value) && isWithin(value, least, most),
  };
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
