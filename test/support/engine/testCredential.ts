import { RoutingNode } from 'n8n-core';
import type { INodeProperties } from 'n8n-workflow';
import { firstProblem, problemOfStatus } from '../credentials/rules';
import { contextOf } from './contextOf';
import type { SavedCredential } from './credentialsHelper';

/** What n8n's routing throws; the cause is what its HTTP helper or the credential threw. */
type RoutingError = Error & { cause?: { code?: string; response?: { status: number; statusText?: string } } };

/**
 * Does what n8n does when a credential is tested: sends the test's request with n8n's own routing and applies its rules.
 *
 * @returns what a person reads, or undefined for "Connection successful"
 */
export async function testCredential({ type, data }: SavedCredential): Promise<string | undefined> {
  const { request, rules = [] } = type.test!;
  const routed = { name: 'temp', displayName: 'Temp', type: 'string', default: '', routing: { request } };
  const { context, nodeType } = contextOf({ type, data }, [routed as INodeProperties]);
  const decrypted = { id: '1', name: 'Test', type: type.name, data };
  try {
    const answer = await new RoutingNode(context, nodeType, decrypted).runNode();
    return firstProblem(rules, answer?.[0]?.[0]?.json);
  } catch (error) {
    const { cause, message } = error as RoutingError;
    if (cause?.response === undefined) return cause?.code ?? message;
    const { status, statusText } = cause.response;
    return problemOfStatus(rules, status) ?? statusText ?? `Received HTTP status code: ${status}`;
  }
}
