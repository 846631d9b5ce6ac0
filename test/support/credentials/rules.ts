import type { ICredentialTestRequest } from 'n8n-workflow';

/** A rule of a credential's test, of either type. */
interface Rule {
  type: string;
  properties: { key?: string; value?: unknown; message: string };
}

type Rules = NonNullable<ICredentialTestRequest['rules']>;

/** The message of the first rule that an answer meets: n8n looks the rule's key up and compares with `===`. */
export function firstProblem(rules: Rules, answer: unknown): string | undefined {
  return messageOf(rules, 'responseSuccessBody', ({ key = '', value }) => lookUp(answer, key) === value);
}

/** The message of the first rule for a status that n8n took for an error. */
export function problemOfStatus(rules: Rules, status: number): string | undefined {
  return messageOf(rules, 'responseCode', ({ value }) => value === status);
}

function messageOf(
  rules: Rules,
  ofType: string,
  isMet: (properties: Rule['properties']) => boolean,
): string | undefined {
  return (rules as Rule[]).find(({ type, properties }) => type === ofType && isMet(properties))?.properties
    .message;
}

function lookUp(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((member, name) => (member as Record<string, unknown> | null | undefined)?.[name], value);
}
