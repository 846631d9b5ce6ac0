import type { Workflow, WorkflowNode } from '../../support/n8n';
import type { Step } from './steps';

/** The name of our node in these workflows. */
export const nodeName = 'Volcengine RTC';

/** What stands around our node: the nodes before it, and those after each of its outputs. */
export interface Surroundings {
  before: readonly Step[];
  /** The parameters of our node, as a workflow stores them. */
  parameters: Record<string, unknown>;
  /** Default: stop the workflow. */
  onError?: 'continueRegularOutput';
  success: readonly Step[];
  failed: readonly Step[];
}

const trigger: Step = {
  name: 'Start',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  parameters: {},
};

/** A workflow with our node between others, in want of a credential. */
export function workflowAround(surroundings: Surroundings): Workflow {
  const { before, parameters, onError, success, failed } = surroundings;
  const ours: Step = {
    name: nodeName,
    type: 'n8n-nodes-volcengine-rtc.volcengineRtc',
    typeVersion: 1,
    parameters,
  };
  const into = [trigger, ...before, ours];
  const steps = [...into, ...success, ...failed];
  return {
    name: 'Family',
    nodes: steps.map((step, index): WorkflowNode => ({
      ...step,
      id: `node-${index}`,
      position: [index * 200, 0],
      ...(step === ours && { credentials: {}, onError }),
    })),
    connections: {
      ...chain(into),
      ...chain(success),
      ...chain(failed),
      [nodeName]: { main: [to(success[0]), to(failed[0])] },
    },
    settings: { executionOrder: 'v1' },
  };
}

/** Each step leads to the next. */
function chain(steps: readonly Step[]): Record<string, unknown> {
  return Object.fromEntries(
    steps.slice(0, -1).map(({ name }, index) => [name, { main: [to(steps[index + 1])] }]),
  );
}

const to = (step: Step | undefined) =>
  step === undefined ? [] : [{ node: step.name, type: 'main', index: 0 }];
