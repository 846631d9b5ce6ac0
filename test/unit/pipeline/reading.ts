import type { INodeExecutionData } from 'n8n-workflow';
import { entries } from '../../../nodes/VolcengineRtc/pipeline/entries';
import type { Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import type { Entry, Readers } from '../../../nodes/VolcengineRtc/pipeline/readEntry';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';

/** A row of input: the columns as they are named, and the app where it is another than 666675. */
export type Row = Record<string, unknown> & { appId?: unknown };

/** Readers that take rows as they are. */
export function readersOf(rows: readonly Row[]): Readers {
  return {
    appId: (itemIndex) => rows[itemIndex]?.appId ?? 666675,
    column: (itemIndex, { id }) => rows[itemIndex]?.[id],
  };
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
  const read = [...entries(rows.length, registerUsers, readersOf(rows), store)];
  return { entries: read, outcomes: [...store.all(unsettled)], store };
}

/** Items of n8n around JSON. */
export function itemsOf(...jsons: Array<INodeExecutionData['json']>): INodeExecutionData[] {
  return jsons.map((json) => ({ json }));
}
