/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks for processor time, outside n8n */

/** Processor time that something takes in the whole process, in milliseconds. */
export async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
