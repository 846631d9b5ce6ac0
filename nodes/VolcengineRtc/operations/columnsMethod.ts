import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { type Column, toMapperField } from './column';

/** Lists columns to the editor's mapper. */
export function columnsMethod(columns: readonly Column[]) {
  return async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
    const saved = savedNames(this.getCurrentNodeParameter('users.schema'));
    return { fields: columns.map((column) => toMapperField(column, saved.get(column.id))) };
  };
}

/** The words for the columns that the node was saved with, by id. */
function savedNames(schema: unknown): ReadonlyMap<unknown, unknown> {
  const fields = Array.isArray(schema) ? (schema as Array<Partial<ResourceMapperField> | null>) : [];
  return new Map(fields.map((field) => [field?.id, field?.displayName]));
}
