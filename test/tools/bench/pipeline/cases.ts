import { type NodeSettings, sameNames } from '../../../support/engine/nodeParameters';

/** A run of the node to measure. */
export interface Case {
  name: string;
  users: number;
  settings: NodeSettings;
  /** Whether every other user is registered already. */
  isHalfThere?: boolean;
}

const oneExpression = { ...sameNames, NickName: '={{ $json.NickName.trim() }}' };

const simple = (users: number): Case => ({ name: 'dragged fields', users, settings: { columns: sameNames } });

/** Sizes far beyond what people send, the three ways of mapping, and other operations. */
export const cases: readonly Case[] = [
  simple(1_000),
  simple(10_000),
  simple(100_000),
  simple(1_000_000),
  { name: 'by name', users: 100_000, settings: { columns: 'auto' } },
  { name: 'one expression', users: 100_000, settings: { columns: oneExpression } },
  {
    name: 'Register or Update, half of them there',
    users: 100_000,
    settings: { operation: 'registerOrUpdateUsers', columns: sameNames },
    isHalfThere: true,
  },
  {
    name: 'Get Users',
    users: 100_000,
    settings: { operation: 'getUsers', userId: '={{ $json.UserId }}' },
  },
];

/** The same in seconds, to see that it works. */
export const quickCases: readonly Case[] = cases.map((one) => ({ ...one, users: one.users / 100 }));
