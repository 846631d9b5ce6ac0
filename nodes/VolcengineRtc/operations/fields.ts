import type { INodeProperties } from 'n8n-workflow';
import { columnsHint, operationHint, userIdHint } from './builderHints';
import type { Operation, Resource } from './operation';
import { optionsOf } from './optionFields';
import type { Rows } from './rows';

/** What the editor asks for: the resource, the operation, and the fields of each operation. */
export function fieldsOf(operations: readonly Operation[]): INodeProperties[] {
  const resources = [...new Set(operations.map(({ resource }) => resource))];
  return [
    resourceSelector(resources),
    ...resources.map((resource) =>
      operationSelector(
        resource,
        operations.filter((operation) => operation.resource === resource),
      ),
    ),
    // Kind by kind, so that a field that operations share keeps its place among the others.
    ...shownWith(operations, requestFields),
    ...shownWith(operations, rowFields),
    ...shownWith(operations, (operation) => [optionsOf(operation)]),
  ];
}

/** A kind of field of all operations, those that are the same once for all that have them. */
function shownWith(
  all: readonly Operation[],
  fieldsFor: (operation: Operation) => readonly INodeProperties[],
): INodeProperties[] {
  const byText = new Map<string, { field: INodeProperties; operations: Operation[] }>();
  for (const operation of all) {
    for (const field of fieldsFor(operation)) {
      const known = byText.get(JSON.stringify(field)) ?? { field, operations: [] };
      known.operations.push(operation);
      byText.set(JSON.stringify(field), known);
    }
  }
  return [...byText.values()].map(({ field, operations }) => {
    const resource = [...new Set(operations.map((one) => one.resource.name))];
    const show = { ...field.displayOptions?.show, resource, operation: operations.map(({ name }) => name) };
    return { ...field, displayOptions: { show } };
  });
}

/** Name of the method that lists an operation's columns to the editor. */
export function columnsMethodOf({ name }: Operation): string {
  return `${name}Columns`;
}

function resourceSelector(resources: readonly Resource[]): INodeProperties {
  return {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: resources.map(({ name, displayName }) => ({ name: displayName, value: name })),
    default: 'user',
  };
}

function operationSelector({ name: resource }: Resource, operations: readonly Operation[]): INodeProperties {
  const selector: INodeProperties = {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options: operations.map((operation) => ({
      name: operation.displayName,
      value: operation.name,
      description: operation.description,
      action: operation.action,
      builderHint: operationHint(operation),
    })),
    default: '',
  };
  return { ...selector, default: operations.map(({ name }) => name)[0] };
}

/** The fields for the members that rows share; a field may be of several of them. */
function requestFields({ request }: Operation): INodeProperties[] {
  return [...new Map(request.flatMap(({ fields }) => fields).map((field) => [field.name, field])).values()];
}

function rowFields(operation: Operation): INodeProperties[] {
  if (operation.rows === undefined) return [];
  return [operation.rows.from === 'users' ? users(operation, operation.rows) : userId];
}

const userId: INodeProperties = {
  displayName: 'User ID',
  name: 'userId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. {{ $json.userId }}',
  description: 'Integer ID of the user. Drag the field of the input item here.',
  builderHint: userIdHint,
};

function users(operation: Operation, { columns }: Rows): INodeProperties {
  return {
    displayName: 'Users',
    name: 'users',
    type: 'resourceMapper',
    noDataExpression: true,
    default: { mappingMode: 'defineBelow', value: null },
    required: true,
    description: 'Which fields of the input items to send for each user',
    builderHint: columnsHint(columns),
    typeOptions: {
      // Without it, the columns of the previous operation stay.
      loadOptionsDependsOn: ['operation'],
      resourceMapper: {
        resourceMapperMethod: columnsMethodOf(operation),
        mode: 'add',
        valuesLabel: 'User Fields',
        fieldWords: { singular: 'field', plural: 'fields' },
        addAllFields: true,
        multiKeyMatch: false,
        supportAutoMap: true,
      },
    },
  };
}
