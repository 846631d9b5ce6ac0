import type { Resource } from './operation';

/** Users of an IM app. */
export const user: Resource = { name: 'user', displayName: 'User' };
