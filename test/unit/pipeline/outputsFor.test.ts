import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../../../nodes/VolcengineRtc/pipeline/outputs';
import { outputsFor } from '../../../nodes/VolcengineRtc/pipeline/outputsFor';

const outputs: Outputs = [[{ json: { i: 0 } }], [{ json: { i: 1 } }, { json: { i: 2 } }]];

function contextOf(type: string, isToolExecution?: () => boolean) {
  return { getNode: () => ({ type }), isToolExecution } as unknown as IExecuteFunctions;
}

test.each<[what: string, context: IExecuteFunctions]>([
  ['runs as a tool', contextOf('volcengineRtc', () => true)],
  ['has the type of a tool', contextOf('n8n-nodes-volcengine-rtc.volcengineRtcTool', () => false)],
  ['has the type of a tool, in an n8n that does not say', contextOf('volcengineRtcTool')],
])('a node that %s has everything on its first output', (_what, context) => {
  expect(outputsFor(context, outputs)).toEqual([[...outputs[0], ...outputs[1]], []]);
});

test.each<[what: string, context: IExecuteFunctions]>([
  ['is no tool', contextOf('n8n-nodes-volcengine-rtc.volcengineRtc', () => false)],
  ['is no tool, in an n8n that does not say', contextOf('volcengineRtc')],
  ['has a name that only begins like that of a tool', contextOf('volcengineRtcToolbox')],
])('a node that %s has two outputs', (_what, context) => {
  expect(outputsFor(context, outputs)).toBe(outputs);
});
