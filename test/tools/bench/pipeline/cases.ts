import { sameNames } from '../../../support/engine/nodeParameters';

/** A run of the node to measure. */
export interface Case {
  name: string;
  users: number;
  columns: Record<string, unknown> | 'auto';
}

const oneExpression = { ...sameNames, NickName: '={{ $json.NickName.trim() }}' };

const simple = (users: number): Case => ({ name: 'dragged fields', users, columns: sameNames });

/** Sizes far beyond what people send, and the three ways of mapping. */
export const cases: readonly Case[] = [
  simple(1_000),
  simple(10_000),
  simple(100_000),
  simple(1_000_000),
  { name: 'by name', users: 100_000, columns: 'auto' },
  { name: 'one expression', users: 100_000, columns: oneExpression },
];

/** The same in seconds, to see that it works. */
export const quickCases: readonly Case[] = cases.map((one) => ({ ...one, users: one.users / 100 }));
