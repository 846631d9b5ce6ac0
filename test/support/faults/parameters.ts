import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { factsOf } from './facts';
import type { Script } from './script';

/** The columns that the items of profiles have. */
const columns = ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext', 'IsRobot'];

/** Parameters of a message, each of which has a field of its own. */
const ofMessages = ['recipients', 'tagMatch', 'messageType', 'messageTypeCode', 'text', 'content'];

/** Fields that have another name than the parameter that they fill. */
const fieldNames: Readonly<Record<string, string>> = {
  appId: 'app',
  userId: 'UserId',
  tags: 'Tags',
  sender: 'Sender',
};

/** The node's parameters, as the editor saves them. */
export function parametersOf(script: Script): INodeParameters {
  const { operation, options } = script;
  const { resource } = factsOf(script);
  const expressions = parameterNames(script).map((name) => [
    name,
    expressionFor(fieldOf(name), script.mapping),
  ]);
  const own = Object.fromEntries(expressions) as INodeParameters;
  return { resource, operation, ...own, ...usersOf(script), options: { ...options } as INodeParameters };
}

function parameterNames(script: Script): string[] {
  switch (factsOf(script).items) {
    case 'profiles':
      return ['appId'];
    case 'ids':
      return ['appId', 'userId'];
    case 'tagged':
      return ['appId', 'userId', 'tags'];
    case 'messages':
      return ['appId', 'sender', 'tags', ...ofMessages];
  }
}

function usersOf(script: Script): INodeParameters {
  if (factsOf(script).items !== 'profiles') return {};
  const value = Object.fromEntries(columns.map((name) => [name, expressionFor(name, script.mapping)]));
  const users =
    script.mapping === 'byName'
      ? { mappingMode: 'autoMapInputData', value: null }
      : { mappingMode: 'defineBelow', value };
  return { users: { ...users, matchingColumns: [], schema: [] } as unknown as INodeParameters };
}

/** The value of a parameter for an item, as n8n evaluates its expression. */
export function valueOf(name: string, json: IDataObject): unknown {
  return json[fieldOf(name.replace('users.value.', ''))];
}

function fieldOf(name: string): string {
  return fieldNames[name] ?? name;
}

/** The expression that maps a field: one that only drags it, or one that n8n has to evaluate. */
function expressionFor(name: string, mapping: Script['mapping']): string {
  return mapping === 'byExpression' ? `={{ $json.${name} ?? "" }}` : `={{ $json.${name} }}`;
}
