/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

/** Loads a module of the built package, as n8n does: what runs the benchmarks might compile the sources to something slower. */
function built<Module>(path: string): Module {
  return load(join(__dirname, '../../../dist', path)) as Module;
}

export const { VolcengineRtcApi } = built<typeof import('../../../credentials/VolcengineRtcApi.credentials')>(
  'credentials/VolcengineRtcApi.credentials.js',
);

export const { signRequest } = built<typeof import('../../../credentials/signature/signRequest')>(
  'credentials/signature/signRequest.js',
);

export const { VolcengineRtc } = built<typeof import('../../../nodes/VolcengineRtc/VolcengineRtc.node')>(
  'nodes/VolcengineRtc/VolcengineRtc.node.js',
);

export const { registerUsers } = built<
  typeof import('../../../nodes/VolcengineRtc/operations/registerUsers')
>('nodes/VolcengineRtc/operations/registerUsers.js');

export const { getUsers } = built<typeof import('../../../nodes/VolcengineRtc/operations/getUsers')>(
  'nodes/VolcengineRtc/operations/getUsers.js',
);

export const { registerOrUpdateUsers } = built<
  typeof import('../../../nodes/VolcengineRtc/operations/registerOrUpdateUsers')
>('nodes/VolcengineRtc/operations/registerOrUpdateUsers.js');

export const { itemReading } = built<
  typeof import('../../../nodes/VolcengineRtc/pipeline/reading/itemReading')
>('nodes/VolcengineRtc/pipeline/reading/itemReading.js');

export const { readItem, toEntry } = built<
  typeof import('../../../nodes/VolcengineRtc/pipeline/reading/readItem')
>('nodes/VolcengineRtc/pipeline/reading/readItem.js');

export const { runOperation } = built<typeof import('../../../nodes/VolcengineRtc/pipeline/runOperation')>(
  'nodes/VolcengineRtc/pipeline/runOperation.js',
);

export const { processEnvironment } = built<
  typeof import('../../../nodes/VolcengineRtc/transport/environment')
>('nodes/VolcengineRtc/transport/environment.js');

export const { batches } = built<typeof import('../../../nodes/VolcengineRtc/pipeline/sending/batches')>(
  'nodes/VolcengineRtc/pipeline/sending/batches.js',
);

export const { composeSendBatch } = built<
  typeof import('../../../nodes/VolcengineRtc/pipeline/sending/composeSendBatch')
>('nodes/VolcengineRtc/pipeline/sending/composeSendBatch.js');

export const { Outcomes } = built<typeof import('../../../nodes/VolcengineRtc/pipeline/results/Outcomes')>(
  'nodes/VolcengineRtc/pipeline/results/Outcomes.js',
);

export const { RunState } = built<typeof import('../../../nodes/VolcengineRtc/pipeline/sending/RunState')>(
  'nodes/VolcengineRtc/pipeline/sending/RunState.js',
);

export const { pendingEntry } = built<typeof import('../../../nodes/VolcengineRtc/pipeline/pendingEntry')>(
  'nodes/VolcengineRtc/pipeline/pendingEntry.js',
);

export const { parseJson } = built<typeof import('../../../nodes/VolcengineRtc/transport/json/parseJson')>(
  'nodes/VolcengineRtc/transport/json/parseJson.js',
);

export const { apiRequest } = built<
  typeof import('../../../nodes/VolcengineRtc/pipeline/sending/apiRequest')
>('nodes/VolcengineRtc/pipeline/sending/apiRequest.js');
