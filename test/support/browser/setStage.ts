/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { restOf, type Rest } from '../n8n';
import { Stage } from './Stage';

/** A stage on the n8n that all tests share. */
export async function setStage(): Promise<Stage> {
  const { url, cookie } = JSON.parse(process.env.BROWSER_SERVER!) as { url: string; cookie: Rest['cookie'] };
  return await Stage.set(url, restOf(url, cookie));
}
