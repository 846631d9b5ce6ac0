/** Many times what a request takes; a longer list is not of this request, and would block n8n while it is read. */
const mostMembers = 1000;

/** A list of a result; absent and null are empty. Undefined for what is no list, and for one that is too long. */
export function listOf(value: unknown): unknown[] | undefined {
  const list = value ?? [];
  return Array.isArray(list) && list.length <= mostMembers ? (list as unknown[]) : undefined;
}
