import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { readFlag } from '../values/flag';
import { problemText } from '../values/reading';
import type { YieldToEventLoop } from './eventLoopYielder';
import { operationError } from './operationError';
import { namesItem } from './reading/namesItem';
import { readValue } from './reading/readValue';
import { valueReader } from './reading/valueReader';

const nothing = { problem: 'it yields nothing' };

/**
 * Reads whether to send nothing. Where an item says nothing, or two differ, no answer is safe.
 *
 * @param evaluated the option for the first item; undefined for one that was never opened, which means false
 * @param yieldToEventLoop called after every item, so that a long list does not block
 * @throws NodeOperationError
 */
export async function readValidateOnly(
  context: IExecuteFunctions,
  evaluated: unknown,
  items: readonly INodeExecutionData[],
  yieldToEventLoop: YieldToEventLoop,
): Promise<boolean> {
  const held = optionsOf(context)?.validateOnly;
  // Where all options are one expression, the workflow holds none of them by itself.
  const raw = held === undefined ? evaluated : held;
  if (raw === undefined) return false;
  const valueOf = valueReader(context, items, 'options.validateOnly', raw);
  const count = namesItem(raw) ? items.length : 1;
  let first: string | undefined;
  for (let itemIndex = 0; itemIndex < count; itemIndex += 1) {
    const reading = readValue(valueOf, itemIndex, readFlag) ?? nothing;
    const problem = 'problem' in reading ? problemText(reading) : differing(reading.json, first);
    if (problem !== undefined) throw refusal(context, itemIndex, problem);
    first = 'json' in reading ? reading.json : first;
    await yieldToEventLoop();
    context.getExecutionCancelSignal?.()?.throwIfAborted();
  }
  return first === 'true';
}

/** The options as the workflow holds them, their expressions not evaluated. */
function optionsOf(context: IExecuteFunctions): Record<string, unknown> | undefined {
  return context.getNode().parameters?.options as Record<string, unknown> | undefined;
}

function differing(flag: string, first: string | undefined): string | undefined {
  return first === undefined || flag === first ? undefined : `it is ${flag} here and ${first} for item 0`;
}

function refusal(context: IExecuteFunctions, itemIndex: number, problem: string): NodeOperationError {
  const message = `Validate Only, for item ${itemIndex}: ${problem}. Nothing was sent.`;
  const description = "Set 'Validate Only' to true or false, and to the same for all items.";
  return operationError(context.getNode(), { message, description }, itemIndex);
}
