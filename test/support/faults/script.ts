import type { IExecuteFunctions } from 'n8n-workflow';
import type { Readings } from '../emulator/readings/readings';
import type { OperationName } from './facts';
import type { Fault } from './fault';
import type { ItemPlan } from './items';
import type { Refusal } from './refusals';

/** The node's options; undefined for one that was never opened. */
export interface OptionPlan {
  batchSize?: number;
  maxRequestsPerSecond?: number;
  maxAttempts?: number;
  timeout?: number;
  giveUpAfter?: number;
  existingUsers?: 'fail' | 'succeed';
  missingUsers?: 'fail' | 'succeed';
  maxBroadcasts?: number;
  expiresAfter?: number;
  inbox?: number;
  validateOnly?: boolean;
}

/** All that a run depends on: the same script is the same run. */
export interface Script {
  operation: OperationName;
  items: ItemPlan[];
  options: OptionPlan;
  /** How the fields are mapped: by their names, each from a field of its own, or by a longer expression. */
  mapping: 'byName' | 'byField' | 'byExpression';
  continuesOnFail: boolean;
  /** The faults of the requests in order, over and over if they shall; then none. */
  faults: Fault[];
  isCyclic: boolean;
  /** The last of them goes on for ever. */
  isLasting?: boolean;
  /** Users of the pool that are registered before the run, in every app. */
  existing: number[];
  /** How the service tells of users that are there and should not be, or should be and are not. */
  existingAs: 'failedInfos' | 'requestError';
  /** How the service reads what the documentation leaves open. */
  readings: Partial<Readings>;
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
