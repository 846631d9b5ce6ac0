/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signWithSdk } from '../../../support/emulator/signedCall';
import type { Row } from '../../../support/n8n';
import type { Stage } from './ways';

/** A request that has only to be sent. */
export interface ReadyRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const usersPerRequest = 20;

/** Writes the requests that register the list, signed by the official SDK just now, and returns the file's path. */
export function writeRequestFile(stage: Stage): string {
  const { folder, rows } = stage;
  const file = join(folder, 'requests.json');
  const starts = Array.from(
    { length: Math.ceil(rows.length / usersPerRequest) },
    (_, n) => n * usersPerRequest,
  );
  const requests = starts.map((start) => readyRequest(stage, rows.slice(start, start + usersPerRequest)));
  writeFileSync(file, JSON.stringify(requests));
  return file;
}

function readyRequest({ service, appId }: Stage, rows: readonly Row[]): ReadyRequest {
  const body = `{"AppId":${appId},"Users":[${rows.map(toUser).join(',')}]}`;
  const { path, query, headers } = signWithSdk(service, {
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  return { url: `${service.url}${path}?${query}`, headers, body };
}

/** JSON text by hand, as the id is longer than a number may be. */
function toUser(row: Row): string {
  const tags = JSON.stringify(row.Tags?.split(','));
  return `{"UserId":${row['User ID']},"NickName":${JSON.stringify(row['Nick Name'])},"Tags":${tags}}`;
}
