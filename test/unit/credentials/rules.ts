import type { ICredentialTestRequest } from 'n8n-workflow';

/** The message of the first rule that an answer meets: n8n looks the rule's key up and compares with `===`. */
export function firstProblem(
  rules: NonNullable<ICredentialTestRequest['rules']>,
  answer: unknown,
): string | undefined {
  const all = rules as ReadonlyArray<{ properties: { key?: string; value: unknown; message: string } }>;
  return all.find(({ properties: { key = '', value } }) => lookUp(answer, key) === value)?.properties.message;
}

function lookUp(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((member, name) => (member as Record<string, unknown> | null | undefined)?.[name], value);
}
