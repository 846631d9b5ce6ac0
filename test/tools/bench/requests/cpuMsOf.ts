/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks for processor time, outside n8n */
import { collectGarbage } from '../collectGarbage';

/**
 * Processor time that something takes in the whole process, in milliseconds. What was before it has left is cleared away
 * first: to do that by the way takes as long as a hundred requests, and would be put down to whatever runs just then.
 */
export async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
