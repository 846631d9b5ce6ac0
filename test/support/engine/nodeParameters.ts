import type { INodeParameters } from 'n8n-workflow';
import { sampleAppId } from '../emulator';

/** How the node is set up, where it differs from a plain Register Users of one app. */
export interface NodeSettings {
  operation?: string;
  appId?: string | number;
  /** The mapping: a column's name to its constant or expression, or `auto`. */
  columns?: Record<string, unknown> | 'auto';
  /** Where the operation takes an id in place of a mapping. */
  userId?: string | number;
  /** Further parameters. */
  parameters?: INodeParameters;
  options?: INodeParameters;
}

/** Maps each column from the field of its own name. */
export const sameNames: Record<string, string> = Object.fromEntries(
  ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext', 'IsRobot'].map((name) => [name, `={{ $json.${name} }}`]),
);

/** The node's parameters as the editor saves them. */
export function nodeParameters(settings: NodeSettings = {}): INodeParameters {
  const {
    operation = 'registerUsers',
    appId = String(sampleAppId),
    columns = sameNames,
    userId,
    parameters = {},
    options = {},
  } = settings;
  const isAuto = columns === 'auto';
  const users = {
    mappingMode: isAuto ? 'autoMapInputData' : 'defineBelow',
    value: isAuto ? null : columns,
    matchingColumns: [],
    schema: [],
  };
  const rows = userId === undefined ? { users: users as unknown as INodeParameters } : { userId };
  return { operation, appId, ...rows, ...parameters, options };
}
