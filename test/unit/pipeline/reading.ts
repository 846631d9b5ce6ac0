import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { entries } from '../../../nodes/VolcengineRtc/pipeline/reading/entries';
import { type ItemReading, itemReading } from '../../../nodes/VolcengineRtc/pipeline/reading/itemReading';
import type { Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/results/Outcomes';
import type { Entry, Group } from '../../../nodes/VolcengineRtc/pipeline/entry';
import { groupReader } from '../../../nodes/VolcengineRtc/pipeline/reading/groupReader';
import { sendable } from '../../../nodes/VolcengineRtc/pipeline/sendable';
import { StopSignals } from '../../../nodes/VolcengineRtc/pipeline/sending/StopSignals';
import type { Operation } from '../../../nodes/VolcengineRtc/operations/operation';
import { appId } from '../../../nodes/VolcengineRtc/operations/requestMember';
import type { Readers } from '../../../nodes/VolcengineRtc/pipeline/reading/readItem';
import { readGiven } from '../../../nodes/VolcengineRtc/pipeline/reading/readValue';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';

/** A row of input: the columns as they are named, and the app where it is another than 666675. */
export type Row = Record<string, unknown> & { appId?: unknown };

/** Readers that take rows as they are. */
export function readersOf(rows: readonly Row[]): Readers {
  return {
    group: groupReader({ request: [appId] }, [(itemIndex) => appId.read([rows[itemIndex]?.appId ?? 666675])]),
    columns: (itemIndex) =>
      registerUsers.rows.columns.map(({ id, read }) => readGiven(rows[itemIndex]?.[id], read)),
    isEmpty: () => false,
  };
}

/** How a node reads items whose parameters are these; with what n8n makes of an expression. */
export function readingOf(
  parameters: INodeExecutionData['json'],
  items: readonly INodeExecutionData[],
  getNodeParameter: (name: string, itemIndex: number) => unknown = jest.fn(),
  operation: Operation = registerUsers,
): ItemReading {
  const context = { getNode: () => ({ parameters }), getNodeParameter } as unknown as IExecuteFunctions;
  return itemReading(context, operation, items);
}

/** The group of an app's users. */
export function groupOf(appId: string): Group {
  return { appId, json: `"AppId":${appId}` };
}

/** An outcome of those that a test does not settle itself. */
export const unsettled: Outcome = { userId: '', attempts: 0, code: 'Unsettled' };

/** Reads rows as entries of RegisterUsers; with what became of those that are none. */
export function readRows(rows: readonly Row[]): {
  entries: Array<Entry | undefined>;
  outcomes: Outcome[];
  store: Outcomes;
} {
  const store = new Outcomes(rows.length);
  const items = entries(rows.length, registerUsers, readersOf(rows));
  const read = [...sendable(items, new StopSignals(undefined, true), store)];
  return { entries: read, outcomes: [...store.all(unsettled)], store };
}

/** Items of n8n around JSON. */
export function itemsOf(...jsons: Array<INodeExecutionData['json']>): INodeExecutionData[] {
  return jsons.map((json) => ({ json }));
}
