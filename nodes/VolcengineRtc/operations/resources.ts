import type { Resource } from './operation';

/** Users of an IM app. */
export const user: Resource = { name: 'user', displayName: 'User' };

/** Messages to many users at once. */
export const broadcast: Resource = { name: 'broadcast', displayName: 'Broadcast' };
