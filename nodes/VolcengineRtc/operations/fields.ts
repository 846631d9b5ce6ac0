import type { INodeProperties } from 'n8n-workflow';
import type { AlreadySoOption, Operation, Resource } from './operation';

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
    // Kind by kind: a field that operations share stands once, and no field of another kind may end up on its other side.
    ...shownWith(operations, requestFields),
    ...shownWith(operations, rowFields),
    ...shownWith(operations, (operation) => [options(operation)]),
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
    options: operations.map(({ name, displayName, description, action }) => ({
      name: displayName,
      value: name,
      description,
      action,
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
  return [operation.rows.from === 'users' ? users(operation) : userId];
}

const userId: INodeProperties = {
  displayName: 'User ID',
  name: 'userId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. {{ $json.userId }}',
  description: 'Integer ID of the user; drag the field of the input item here',
};

function users(operation: Operation): INodeProperties {
  return {
    displayName: 'Users',
    name: 'users',
    type: 'resourceMapper',
    noDataExpression: true,
    default: { mappingMode: 'defineBelow', value: null },
    required: true,
    description: 'How the fields of each input item become a user',
    typeOptions: {
      // Else the columns of the operation before stay.
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

function options({ limits, rows, alreadySo, optionMembers = [], mostItems }: Operation): INodeProperties {
  const ofLists = [
    atMost(batchSize, limits.rowsPerRequest),
    giveUpAfter,
    atMost(maxRequestsPerSecond, limits.requestsPerSecond),
  ];
  const all = [
    ...(rows === undefined ? [] : ofLists),
    ...(alreadySo?.option === undefined ? [] : [alreadySoField(alreadySo.option)]),
    ...(mostItems === undefined ? [] : [mostItems.field]),
    ...optionMembers.map(({ field }) => field),
    maxAttempts,
    outcomeField,
    timeout,
    validateOnly,
  ];
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: all.sort((one, other) => one.displayName.localeCompare(other.displayName)),
  };
}

/** A number that goes up to an operation's limit and is the limit by default. */
function atMost(field: INodeProperties, limit: number): INodeProperties {
  return { ...field, default: limit, typeOptions: { ...field.typeOptions, maxValue: limit } };
}

const batchSize: INodeProperties = {
  displayName: 'Batch Size',
  name: 'batchSize',
  type: 'number',
  typeOptions: { minValue: 1, numberPrecision: 0 },
  default: 20,
  description: 'How many users go into one request',
};

function alreadySoField({ fail, succeed, ...field }: AlreadySoOption): INodeProperties {
  return {
    ...field,
    type: 'options',
    options: [
      { name: 'Fail', value: 'fail', description: fail },
      { name: 'Succeed', value: 'succeed', description: succeed },
    ],
    default: 'fail',
  };
}

const giveUpAfter: INodeProperties = {
  displayName: 'Give Up After (Seconds)',
  name: 'giveUpAfter',
  type: 'number',
  typeOptions: { minValue: 0, maxValue: 86400, numberPrecision: 0 },
  default: 300,
  description:
    'How long to go on without a request that the service accepts, before the run stops; 0 to go on for ever',
};

const maxAttempts: INodeProperties = {
  displayName: 'Max Attempts',
  name: 'maxAttempts',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
  default: 4,
  description: 'How often a request may be sent, the first time included',
};

const maxRequestsPerSecond: INodeProperties = {
  displayName: 'Max Requests per Second',
  name: 'maxRequestsPerSecond',
  type: 'number',
  typeOptions: { minValue: 0.01, numberPrecision: 2 },
  default: 50,
  description:
    'The limit belongs to the whole Volcengine account; take a share of it when other n8n workers or apps send as well',
};

const outcomeField: INodeProperties = {
  displayName: 'Outcome Field',
  name: 'outcomeField',
  type: 'string',
  default: 'outcome',
  description: 'Name of the field that each item receives its outcome in',
};

const timeout: INodeProperties = {
  displayName: 'Timeout',
  name: 'timeout',
  type: 'number',
  typeOptions: { minValue: 1, numberPrecision: 0 },
  default: 10000,
  description: 'How many milliseconds to wait for the answer to one request',
};

const validateOnly: INodeProperties = {
  displayName: 'Validate Only',
  name: 'validateOnly',
  type: 'boolean',
  default: false,
  description: 'Whether to check all items and send nothing',
};
