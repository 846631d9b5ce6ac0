import type { NodeHint } from 'n8n-workflow';
import type { Operation } from './operation';

/** What the editor warns of before the node runs: more items than the operation's guard allows by default. */
export function hintsOf(operations: readonly Operation[]): NodeHint[] {
  return operations.flatMap(({ name, words, mostItems }) => {
    if (mostItems === undefined) return [];
    const { displayName, default: most } = mostItems.field;
    return [
      {
        message: `Each input item is a ${words.one} of its own. With more than ${most}, the node stops, unless '${displayName}' allows them.`,
        type: 'warning',
        location: 'inputPane',
        whenToDisplay: 'beforeExecution',
        displayCondition: `={{ $parameter["operation"] === "${name}" && $input.all().length > ${most} }}`,
      },
    ];
  });
}
