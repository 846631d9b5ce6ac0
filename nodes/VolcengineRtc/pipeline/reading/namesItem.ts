/** What an expression reaches an item with, or may: of other nodes, `$(…)` and `$node` yield the item that is linked. */
const item =
  /\$(?:json|item|input|binary|data|itemIndex|position|this|node|self|parameter|getPairedItem|evaluateExpression|fromAI|\s*\()/i;

/**
 * Whether a parameter may have another value for each item, by its text as the workflow holds it. Constants and
 * expressions that name no item have one value for all.
 */
export function namesItem(raw: unknown): boolean {
  return typeof raw === 'string' && raw.startsWith('=') && item.test(raw);
}
