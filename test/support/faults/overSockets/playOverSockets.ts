import type { INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { nodeUnderTest } from '../../engine/runWorkflow';
import { startNode } from '../../engine/runNode';
import { bounds } from '../bounds';
import { expectations } from '../expectation';
import { factsOf } from '../facts';
import { itemOf } from '../itemOf';
import { parametersOf } from '../parameters';
import type { Play } from '../play';
import type { Script } from '../script';
import { Stage } from './Stage';

/** A play on n8n's engine over real sockets. */
export interface EnginePlay extends Play {
  run: IRun;
  /** What must not come out: the parts of the key, and every signature that arrived. */
  secrets: string[];
}

/** Plays a script with the built node on n8n's engine. */
export async function playOverSockets(script: Script, name: string): Promise<EnginePlay> {
  const stage = await Stage.open(script, name);
  try {
    const run = await start(script, stage).ended;
    return { ...playOf(script, run), ...stageOf(stage), run };
  } finally {
    await stage.emulator.close();
  }
}

function start(script: Script, { emulator, credential }: Stage) {
  const { continuesOnFail } = script;
  return startNode(emulator, itemsOf(script), {
    parameters: parametersOf(script),
    options: parametersOf(script).options as INodeParameters,
    credential,
    settings: { onError: continuesOnFail ? 'continueRegularOutput' : 'stopWorkflow' },
  });
}

function itemsOf({ items, operation }: Script): INodeExecutionData[] {
  return items.map((plan, index) => itemOf(plan, index, operation));
}

function playOf(script: Script, run: IRun) {
  const task = run.data.resultData.runData[nodeUnderTest]?.[0];
  const expected = expectations(script.items, script.operation);
  return {
    script,
    expected,
    items: itemsOf(script),
    // Which limiters there are is for the virtual clock.
    limits: [...factsOf(script).actions],
    bounds: bounds(script, expected),
    hints: (task?.hints ?? []).map(({ message }) => message),
    outputs: task?.data?.main?.map((items) => items ?? []),
    error: task?.error,
    endedAt: 0,
    isCancelled: false,
    lastRun: 0,
    runEnds: [0],
    hasThrown: false,
  };
}

function stageOf(stage: Stage) {
  const signatures = stage.emulator.arrivals.map(
    ({ headers }) => /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? '',
  );
  const secrets = [...stage.keyParts, ...signatures].filter((secret) => secret !== '');
  return { recorder: stage.recorder(), ledger: stage.emulator.ledger, secrets };
}
