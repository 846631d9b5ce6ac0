import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationNamed } from '../../../nodes/VolcengineRtc/operations';
import type { Operation } from '../../../nodes/VolcengineRtc/operations/operation';
import { runOperation } from '../../../nodes/VolcengineRtc/pipeline/runOperation';
import type { Environment } from '../../../nodes/VolcengineRtc/transport/environment';
import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { newState } from '../emulator/state/emulatorState';
import type { Ledger } from '../emulator/state/ledger';
import { bounds, type Bounds } from './bounds';
import { contextOf } from './context';
import { type Expectation, expectations } from './expectation';
import { type ActionName, actions, factsOf } from './facts';
import { FaultClock } from './FaultClock';
import { itemOf } from './itemOf';
import { Recorder } from './Recorder';
import type { Script } from './script';
import { credential, echo } from './secrets';
import { ServiceScript } from './ServiceScript';

/** The key as it is signed with. */
const key = { ...credential, accessKeyId: credential.accessKeyId.trim() };

/** The limiters of plays at the same time, one for each action. */
type SharedLimiters = Map<string, RateLimiter>;

/** Wall clock at the start of a play, milliseconds since 1970. */
const wallStart = 1_700_000_000_000;

/** A script and all that came of it. */
export interface Play {
  script: Script;
  expected: Expectation[];
  items: INodeExecutionData[];
  recorder: Recorder;
  ledger: Ledger;
  bounds: Bounds;
  hints: string[];
  /** Actions whose limiters the node asked for. */
  limits: string[];
  outputs?: INodeExecutionData[][];
  error?: unknown;
  /** When the run ended; undefined for one that hangs. */
  endedAt?: number;
  isCancelled: boolean;
  /** Number of the last run of the node, from 0. */
  lastRun: number;
  /** When each run of the node ended. */
  runEnds: number[];
  /** Whether a run before it threw, so that n8n has no outcome of it. */
  hasThrown: boolean;
}

/** Plays a script on a virtual clock, and waits until whatever the service does late is done. */
export async function play(script: Script): Promise<Play> {
  const [only] = await playTogether([script]);
  return only as Play;
}

/** Plays scripts at the same time: executions that use one key, and so the same limiters. */
export async function playTogether(scripts: readonly Script[]): Promise<Play[]> {
  const clock = new FaultClock(() => scripts[0]?.latenessMs ?? 0);
  const limiters: SharedLimiters = new Map();
  const plays = scripts.map((script) => start(script, clock, limiters));
  await clock.run(plays.reduce((sum, { bounds }) => sum + bounds.virtualMs, 0));
  return plays;
}

function start(script: Script, clock: FaultClock, limiters: SharedLimiters): Play {
  const recorder = new Recorder();
  const service = new ServiceScript(script, key, echo);
  const times = { now: () => clock.now(), date: () => new Date(wallStart + clock.now()) };
  const state = newState({ ...service.options, ...times, keepBodies: false });
  service.open(state.ledger);
  const result = newPlay(script, recorder, state.ledger);
  const cancel = new AbortController();
  const context = contextOf(result, {
    clock,
    recorder,
    script: service,
    state,
    cancelled: cancel.signal,
    run: () => result.lastRun,
  });
  if (script.cancelAtMs !== undefined) {
    clock.at(script.cancelAtMs, () => {
      result.isCancelled = result.endedAt === undefined;
      cancel.abort(new Error('The execution was cancelled'));
    });
  }
  const environment = environmentOf(result, clock, limiters);
  clock.at(script.startAtMs ?? 0, () => void run(context, environment, result));
  return result;
}

async function run(context: IExecuteFunctions, environment: Environment, result: Play): Promise<void> {
  await runOnce(context, environment, result);
  if (result.script.isRunTwice) {
    result.lastRun = 1;
    result.hasThrown = result.error !== undefined;
    result.hints.length = 0;
    await runOnce(context, environment, result);
  }
  result.endedAt = environment.clock.now();
}

async function runOnce(context: IExecuteFunctions, environment: Environment, result: Play): Promise<void> {
  result.outputs = undefined;
  result.error = undefined;
  try {
    result.outputs = await runOperation(context, operationOf(result.script), environment);
  } catch (error) {
    result.error = error;
  }
  result.runEnds.push(environment.clock.now());
}

function newPlay(script: Script, recorder: Recorder, ledger: Ledger): Play {
  const expected = expectations(script.items, script.operation);
  return {
    script,
    expected,
    items: script.items.map((plan, index) => deepFrozen(itemOf(plan, index, script.operation))),
    recorder,
    ledger,
    bounds: bounds(script, expected),
    hints: [],
    limits: [],
    isCancelled: false,
    lastRun: 0,
    runEnds: [],
    hasThrown: false,
  };
}

/** The operation as the node looks it up. */
function operationOf(script: Script): Operation {
  return operationNamed(script.operation, factsOf(script).resource) as Operation;
}

function environmentOf({ script, limits }: Play, clock: FaultClock, limiters: SharedLimiters): Environment {
  const { chances } = script;
  let chance = 0;
  return {
    clock,
    wallNow: () => wallStart + clock.now(),
    random: () => chances[chance++ % chances.length] as number,
    limiterOf: (accessKeyId, endpointHost, action, requestsPerSecond) => {
      const isKnown = accessKeyId === key.accessKeyId && endpointHost === key.region;
      const { perSecond } = actions[action as ActionName] ?? {};
      if (!isKnown || perSecond !== requestsPerSecond) throw new Error(`No such limit: ${action}`);
      limits.push(action);
      const limiter = limiters.get(action) ?? new RateLimiter(clock, perSecond);
      limiters.set(action, limiter);
      return limiter;
    },
  };
}

/** A node that changes its input fails at once. */
function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
