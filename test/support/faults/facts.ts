/** What the service takes of each action: rows in a request, and requests a second of an account. */
export const actions = {
  RegisterUsers: { rows: 20, perSecond: 50 },
  BatchUpdateUser: { rows: 10, perSecond: 50 },
  UnRegisterUsers: { rows: 10, perSecond: 50 },
  BatchGetUser: { rows: 50, perSecond: 100 },
  BatchUpdateUserTags: { rows: 10, perSecond: 50 },
  QueryOnlineStatus: { rows: 100, perSecond: 100 },
  UserBroadcast: { rows: 1, perSecond: 50 },
} as const;

export type ActionName = keyof typeof actions;

/** What the contract says of an operation; the laws take it from here and not from the node. */
export interface Facts {
  resource: 'user' | 'broadcast';
  /** API actions, in the order in which a row takes them. */
  actions: readonly [ActionName, ...ActionName[]];
  /** What an item is: a user's profile, an id, an id with tags that rows of a request share, or a message. */
  items: 'profiles' | 'ids' | 'tagged' | 'messages';
  /** Whether it only looks, changes what may be changed twice, or does what must not be done twice. */
  effect: 'reads' | 'changes' | 'once';
  /** What the service says of a user that is as wanted already. */
  alreadySo?: 'exists' | 'missing';
  /** The option that sends such users to Success. */
  option?: 'existingUsers' | 'missingUsers';
}

const user = { resource: 'user', effect: 'changes' } as const;

/** All operations. */
export const operations = {
  registerUsers: {
    ...user,
    actions: ['RegisterUsers'],
    items: 'profiles',
    alreadySo: 'exists',
    option: 'existingUsers',
  },
  registerOrUpdateUsers: {
    ...user,
    actions: ['RegisterUsers', 'BatchUpdateUser'],
    items: 'profiles',
    alreadySo: 'exists',
  },
  updateUsers: { ...user, actions: ['BatchUpdateUser'], items: 'profiles' },
  unregisterUsers: {
    ...user,
    actions: ['UnRegisterUsers'],
    items: 'ids',
    alreadySo: 'missing',
    option: 'missingUsers',
  },
  getUsers: { ...user, actions: ['BatchGetUser'], items: 'ids', effect: 'reads' },
  addUserTags: { ...user, actions: ['BatchUpdateUserTags'], items: 'tagged' },
  removeUserTags: { ...user, actions: ['BatchUpdateUserTags'], items: 'tagged' },
  getOnlineStatus: { ...user, actions: ['QueryOnlineStatus'], items: 'ids', effect: 'reads' },
  sendBroadcast: { resource: 'broadcast', actions: ['UserBroadcast'], items: 'messages', effect: 'once' },
} as const satisfies Record<string, Facts>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as OperationName[];

/** What the contract says of the operation of a script. */
export function factsOf({ operation }: { operation: OperationName }): Facts {
  return operations[operation];
}
