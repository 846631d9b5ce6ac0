/** The columns as the editor of 0.1.0 called them. */
const columns = [
  ['UserId', 'User ID', 'string'],
  ['NickName', 'Nickname', 'string'],
  ['Tags', 'Tags', 'string'],
  ['Portrait', 'Portrait URL', 'string'],
  ['Ext', 'Extension', 'string'],
  ['IsRobot', 'Is Robot', 'boolean'],
] as const;

/**
 * The parameters of a node as the editor stored them with 0.1.0: there was no resource, and what is the default, as the
 * only operation, is left out.
 *
 * @param value the expressions of the columns, by the API's names
 */
export function savedWith010(appId: number, value: Record<string, string>): Record<string, unknown> {
  const schema = columns.map(([id, displayName, type]) => ({
    id,
    displayName,
    required: id === 'UserId',
    defaultMatch: false,
    display: true,
    type,
    canBeUsedToMatch: false,
    removed: false,
  }));
  return {
    appId: String(appId),
    users: {
      mappingMode: 'defineBelow',
      value,
      matchingColumns: [],
      schema,
      attemptToConvertTypes: false,
      convertFieldsToString: false,
    },
    options: { existingUsers: 'succeed', batchSize: 20 },
  };
}
