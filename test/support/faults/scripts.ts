import fc from 'fast-check';
import type { Readings } from '../emulator/readings/readings';
import { type OperationName } from './facts';
import { faultOf, type troubles } from './faultArbitraries';
import { fitted } from './fitted';
import { itemPlans } from './items';
import { refusalsThatTell } from './refusals';
import type { OptionPlan, Script } from './script';

/** What a family of scripts is about. */
export interface Theme {
  troubles: Partial<Record<keyof typeof troubles, number>>;
  hasPoison?: boolean;
  isCancelled?: boolean;
  /** Whether the last fault may go on for ever. */
  mayLast?: boolean;
  maxItems?: number;
}

/** How often each operation is played. */
const weights: Readonly<Record<OperationName, number>> = {
  registerUsers: 9,
  registerOrUpdateUsers: 5,
  updateUsers: 1,
  unregisterUsers: 2,
  getUsers: 2,
  addUserTags: 1,
  removeUserTags: 1,
  getOnlineStatus: 1,
  sendBroadcast: 3,
};

const anyOperation = fc.oneof(
  ...(Object.keys(weights) as OperationName[]).map((name) => ({
    weight: weights[name],
    arbitrary: fc.constant(name),
  })),
);

/** Mostly short: a run that is throttled for five minutes takes long to play. */
const giveUpAfter = fc.option(fc.constantFrom(10, 40), { nil: 300, freq: 12 });

const options: fc.Arbitrary<OptionPlan> = fc.record(
  {
    giveUpAfter,
    batchSize: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(2, 3, 20)),
    maxRequestsPerSecond: fc.constantFrom(1, 2.5, 5, 20, 50),
    maxAttempts: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 10 })),
    timeout: fc.constantFrom(100, 1000, 20_000),
    existingUsers: fc.constantFrom('fail', 'succeed'),
    maxBroadcasts: fc.oneof(
      { weight: 8, arbitrary: fc.constant(1000) },
      { weight: 1, arbitrary: fc.constantFrom(1, 3) },
    ),
    expiresAfter: fc.constantFrom(1, 604_800),
    inbox: fc.constantFrom(0, 7),
  },
  { requiredKeys: ['giveUpAfter'] },
);

/** What the documentation leaves open, where both readings let an outcome be true. */
const readings: fc.Arbitrary<Partial<Readings>> = fc.record(
  {
    emptyResult: fc.constantFrom('object', 'absent'),
    foundIdsAs: fc.constantFrom('number', 'text'),
    foundOrder: fc.constantFrom('asAsked', 'reversed', 'byId'),
    emptyLists: fc.constantFrom('empty', 'null', 'absent'),
    unsetMembers: fc.constantFrom('required', 'absent', 'empty', 'null'),
    offlineAs: fc.constantFrom('absent', 'empty', 'null'),
    omittedOnUpdate: fc.constantFrom('keep', 'clear'),
    updatedTags: fc.constantFrom('replace', 'merge'),
    updatedExt: fc.constantFrom('merge', 'replace'),
    broadcastsPerDay: fc.oneof(fc.constant(Infinity), fc.nat({ max: 6 }), fc.constant(20)),
  },
  { requiredKeys: [] },
);

const pool = Array.from({ length: 251 }, (_, user) => user);
const somePool = fc.array(fc.nat({ max: 250 }), { maxLength: 60, size: 'max' });
/** Every second, third or single user of the pool, or up to a certain one, so that whole batches are hit. */
const regular = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((step) => pool.filter((user) => user % step === 0)),
  fc.nat({ max: 250 }).map((last) => pool.filter((user) => user <= last)),
);
const few = fc.array(fc.nat({ max: 250 }), { maxLength: 6, size: 'max' });
const poison = fc.constantFrom(...refusalsThatTell('requestRefused').filter(({ isHtml }) => !isHtml));

/**
 * Scripts of a theme; the same families run in the tests and in the soak.
 *
 * @param operation any, unless it is given
 */
export function scripts(
  { troubles, hasPoison, isCancelled, mayLast, maxItems }: Theme,
  operation?: OperationName,
): fc.Arbitrary<Script> {
  const any = fc.record({
    operation: operation === undefined ? anyOperation : fc.constant(operation),
    items: itemPlans(maxItems),
    options,
    mapping: fc.constantFrom('byName', 'byField', 'byExpression'),
    continuesOnFail: fc.boolean(),
    faults: fc.array(faultOf(troubles), { maxLength: 12, size: 'max' }),
    isCyclic: fc.boolean(),
    isLasting: mayLast ? fc.boolean() : fc.constant(undefined),
    existing: fc.oneof(fc.constant([]), somePool, regular),
    existingAs: fc.constantFrom('failedInfos', 'requestError'),
    readings,
    poisonous: hasPoison ? fc.oneof(few, somePool, regular) : fc.constant([]),
    poison,
    idsAs: fc.constantFrom('text', 'number'),
    isRunTwice: isCancelled
      ? fc.constant(false)
      : fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
    cancelAtMs: isCancelled
      ? fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: 60_000 }))
      : fc.constant(undefined),
    chances: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 5 }),
    latenessMs: fc.constantFrom(0, 0, 1, 30),
  }) as fc.Arbitrary<Script>;
  return any.map(fitted);
}
