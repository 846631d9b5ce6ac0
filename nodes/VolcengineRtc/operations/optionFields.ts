import type { INodeProperties } from 'n8n-workflow';
import { alreadySoLabels } from './alreadySoLabels';
import type { AlreadySoOption, Operation } from './operation';

/** The options of an operation, in the order of their names. */
export function optionsOf({
  limits,
  rows,
  alreadySo,
  optionMembers = [],
  mostItems,
}: Operation): INodeProperties {
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
  description: 'How many users to send in each request',
};

function alreadySoField({ fail, succeed, ...field }: AlreadySoOption): INodeProperties {
  return {
    ...field,
    type: 'options',
    options: [
      { name: alreadySoLabels.fail, value: 'fail', description: fail },
      { name: alreadySoLabels.succeed, value: 'succeed', description: succeed },
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
    'How long to keep trying while the service accepts no request, before the run stops. Set to 0 to never give up.',
};

const maxAttempts: INodeProperties = {
  displayName: 'Max Attempts',
  name: 'maxAttempts',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
  default: 4,
  description: 'How many times to send a request, including the first attempt',
};

const maxRequestsPerSecond: INodeProperties = {
  displayName: 'Max Requests per Second',
  name: 'maxRequestsPerSecond',
  type: 'number',
  typeOptions: { minValue: 0.01, numberPrecision: 2 },
  default: 50,
  description: 'Lower this if other workers or apps use the same Volcengine account',
};

const outcomeField: INodeProperties = {
  displayName: 'Outcome Field',
  name: 'outcomeField',
  type: 'string',
  default: 'outcome',
  description: 'Name of the output field that holds the result',
};

const timeout: INodeProperties = {
  displayName: 'Timeout',
  name: 'timeout',
  type: 'number',
  typeOptions: { minValue: 1, numberPrecision: 0 },
  default: 10000,
  description: 'How long to wait for each response, in milliseconds',
};

const validateOnly: INodeProperties = {
  displayName: 'Validate Only',
  name: 'validateOnly',
  type: 'boolean',
  default: false,
  description: 'Whether to only check the items, without sending anything',
};
