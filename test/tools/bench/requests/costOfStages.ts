import type { INodeExecutionData } from 'n8n-workflow';
import type { Entry } from '../../../../nodes/VolcengineRtc/pipeline/entry';
import type { Settings } from '../../../../nodes/VolcengineRtc/pipeline/settings';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { batches, composeSendBatch, Outcomes, pendingEntry, registerUsers, RunState } from '../built';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';
import { cpuMsOf } from './cpuMsOf';
import { forAll } from './forAll';

const settings: Settings = {
  batchSize: registerUsers.limits.rowsPerRequest,
  maxRequestsPerSecond: registerUsers.limits.requestsPerSecond,
  maxAttempts: 4,
  timeoutMs: 10_000,
  giveUpAfterMs: 300_000,
  alreadySo: 'fail',
  outcomeField: 'outcome',
  validateOnly: false,
  members: '',
};

/** The processor time of what the node does for each request, from users that are read to their outcomes. */
export async function costOfStages(url: string, items: readonly INodeExecutionData[]): Promise<number> {
  const users = items.map(toEntry);
  const { signal: stopped } = new AbortController();
  return await inNode(nodeParameters(), [{ json: {} }], savedCredential(url), async (context) => {
    const answered = answerAtOnce(context, () => {});
    return await cpuMsOf(async () => {
      const outcomes = new Outcomes(users.length);
      const run = new RunState(undefined, true);
      const sendBatch = await composeSendBatch(answered, registerUsers, settings, run, unpaced);
      const source = batches(users.values(), settings.batchSize, async () => {}, { stopped });
      await forAll(source, async ({ entries }) => {
        const verdicts = await sendBatch(entries.map((entry) => pendingEntry(entry)));
        verdicts.forEach(({ outcome }, position) =>
          outcomes.record((entries[position] as Entry).itemIndex, outcome),
        );
      });
      run.close();
    });
  });
}

const group = { appId: '666675', json: '"AppId":666675' };

function toEntry({ json }: INodeExecutionData, itemIndex: number): Entry {
  const userId = String(json.UserId);
  const text = JSON.stringify({ ...json, UserId: 0 }).replace('"UserId":0', `"UserId":${userId}`);
  return { itemIndex, group, userId, json: text };
}
