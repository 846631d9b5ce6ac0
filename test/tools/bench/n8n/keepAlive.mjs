// Sends requests that are ready through a pool of connections that stay open: the least that this machine can do.
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import pace from './pace.cjs';

const requests = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const pool = new Pool(new URL(requests[0].url).origin, { connections: 60 });

await pace.atAnEvenPace(requests, async ({ url, headers, body }) => {
  const answer = await pool.request({
    method: 'POST',
    path: url.slice(new URL(url).origin.length),
    headers,
    body,
  });
  await answer.body.dump();
});
await pool.close();
