import type { Load } from './carry';

/** What carries a list, in words. */
export function workflowOf({ example, validateOnly }: Load): string {
  const how = validateOnly === true ? 'checked' : 'registered';
  return example.includes('long') ? `${how} in pieces of 50,000` : `${how} at once`;
}
