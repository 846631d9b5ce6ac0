/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command, outside n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { endpointFor } from '../../../../credentials/account';
import type { Session } from '../client/Session';
import type { Probed } from '../probeService';
import { notAsked } from '../questions';
import { broadcasts } from '../questions/broadcasts';
import type { Arguments } from '../readArguments';
import { endingWords } from './endingWords';
import { renderReport } from './renderReport';

const withoutBroadcast = broadcasts.map(({ asks }) => [asks, 'It needs --broadcast.'] as const);

/** Writes the report; before anything is probed, one that says so. @throws the system's error */
export function saveReport(
  { report: path, broadcast }: Arguments,
  { keys, client, secrets }: Session,
  began: Date,
  probed?: Probed,
): void {
  const report = {
    began,
    region: keys.region,
    endpoint: endpointFor({ ...keys }),
    answers: probed?.answers ?? [],
    notAsked: [...notAsked, ...(broadcast ? [] : withoutBroadcast)],
    exchanges: client.exchanges,
    ending: probed === undefined ? 'The probe has not ended.' : endingWords(probed),
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, renderReport(report, secrets), { mode: 0o600 });
}
