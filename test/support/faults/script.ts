import fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Fault } from './fault';
import { faultOf, type troubles } from './faultArbitraries';
import { type ItemPlan, itemPlans } from './items';
import { type Refusal, refusalsThatTell } from './refusals';

/** The node's options; undefined for one that was never opened. */
export interface OptionPlan {
  batchSize?: number;
  maxRequestsPerSecond?: number;
  maxAttempts?: number;
  timeout?: number;
  giveUpAfter?: number;
  existingUsers?: 'fail' | 'succeed';
  validateOnly?: boolean;
}

/** All that a run depends on: the same script is the same run. */
export interface Script {
  items: ItemPlan[];
  options: OptionPlan;
  /** How the fields are mapped: by their names, each from a field of its own, or by a longer expression. */
  mapping: 'byName' | 'byField' | 'byExpression';
  continuesOnFail: boolean;
  /** The faults of the requests in order, over and over if they shall; then none. */
  faults: Fault[];
  isCyclic: boolean;
  /** Users of the pool that are registered before the run, in every app. */
  existing: number[];
  existingAs: 'failedInfos' | 'requestError';
  /** Users of the pool whose presence has a whole request refused, and how. */
  poisonous: number[];
  poison: Refusal;
  idsAs: 'text' | 'number';
  /** n8n runs the node a second time, and discards what came of the first: Retry On Fail. */
  isRunTwice: boolean;
  /** When the execution is cancelled. */
  cancelAtMs?: number;
  /** Chance, for the node: from 0 up to 1, over and over. */
  chances: number[];
  /** How late timers fire. */
  latenessMs: number;
  /** When the run starts; at once unless given. */
  startAtMs?: number;
  /** What this n8n has otherwise than the model's usual one. */
  n8n?: (usual: IExecuteFunctions) => Partial<IExecuteFunctions>;
}

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
  },
  { requiredKeys: ['giveUpAfter'] },
);

/** What a family of scripts is about. */
export interface Theme {
  troubles: Partial<Record<keyof typeof troubles, number>>;
  hasPoison?: boolean;
  isCancelled?: boolean;
  maxItems?: number;
}

const pool = Array.from({ length: 251 }, (_, user) => user);
const somePool = fc.array(fc.nat({ max: 250 }), { maxLength: 60, size: 'max' });
/** Every second, third or single user of the pool, or up to a certain one, so that whole batches are hit. */
const regular = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((step) => pool.filter((user) => user % step === 0)),
  fc.nat({ max: 250 }).map((last) => pool.filter((user) => user <= last)),
);
const few = fc.array(fc.nat({ max: 250 }), { maxLength: 6, size: 'max' });
const poison = fc.constantFrom(...refusalsThatTell('requestRefused').filter(({ isHtml }) => !isHtml));

/** Scripts of a theme; the same families run in the tests and in the soak. */
export function scripts({ troubles, hasPoison, isCancelled, maxItems }: Theme): fc.Arbitrary<Script> {
  return fc.record({
    items: itemPlans(maxItems),
    options,
    mapping: fc.constantFrom('byName', 'byField', 'byExpression'),
    continuesOnFail: fc.boolean(),
    faults: fc.array(faultOf(troubles), { maxLength: 12, size: 'max' }),
    isCyclic: fc.boolean(),
    existing: fc.oneof(fc.constant([]), somePool, regular),
    existingAs: fc.constantFrom('failedInfos', 'requestError'),
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
}
