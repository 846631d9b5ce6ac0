import type { Operation } from './operations/operation';
import { flag, integer, objectOf, type Schema, text } from './operations/schema';
import type { Failure, Success } from './pipeline/outcome';
import { defaultSettings } from './pipeline/settings';

/** What an outcome may say, whatever the operation. */
const members: Readonly<Record<'success' | keyof Success | keyof Failure, Schema>> = {
  success: flag,
  userId: text,
  requestId: text,
  attempts: integer,
  code: text,
  message: text,
  kind: text,
  retryable: flag,
  httpStatus: integer,
};

/**
 * JSON Schema of what the node adds to an item, on Success or on Failed. The build writes it to where n8n looks for it;
 * n8n's editor then shows the fields before the node has run. n8n knows one schema for all outputs of an operation.
 */
export function outputSchemaOf(operation: Operation): Schema {
  const { success, userId, ...others } = members;
  const ofUser: Record<string, Schema> = operation.rows === undefined ? {} : { userId };
  const outcome = objectOf({ success, ...ofUser, ...others, ...operation.data });
  return objectOf({ [defaultSettings(operation).outcomeField]: outcome });
}
