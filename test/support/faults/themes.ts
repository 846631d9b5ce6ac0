import type { Theme } from './scripts';

/** Families of scripts, by what goes wrong in them. */
export const themes = {
  'nothing but existing users is in the way': { troubles: { none: 1 } },
  'the network fails': { troubles: { connection: 3, none: 1 }, mayLast: true },
  'answers break off, stall or make no sense': { troubles: { body: 3, none: 1 } },
  'something in between answers': {
    troubles: { strangers: 4, connection: 1, service: 1, none: 1 },
    mayLast: true,
  },
  'the service fails': { troubles: { service: 3, none: 1 } },
  'the account is throttled': { troubles: { throttling: 3, none: 1 } },
  'some users of a request fail': { troubles: { users: 3, none: 1 } },
  'the content of requests is refused': { troubles: { content: 1, none: 5, users: 1 }, hasPoison: true },
  'users may not be processed any more': {
    troubles: { fatal: 1, none: 6, users: 2, service: 1, body: 1 },
    hasPoison: true,
  },
  'single apps are refused': { troubles: { apps: 1, none: 8, users: 1, body: 1 }, hasPoison: true },
  'the execution is cancelled': {
    troubles: {
      none: 6,
      users: 2,
      service: 2,
      connection: 1,
      body: 1,
      content: 1,
      throttling: 1,
      strangers: 1,
    },
    isCancelled: true,
  },
  'all of that comes together': {
    troubles: {
      none: 2,
      users: 3,
      service: 2,
      connection: 2,
      body: 2,
      strangers: 1,
      content: 1,
      throttling: 2,
      fatal: 1,
      apps: 1,
    },
    hasPoison: true,
  },
} satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
