/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks for the processor time of the process, outside n8n */

/**
 * Starts a clock of the processor time of this process, which other programs on the machine do not lengthen.
 *
 * @returns a function that gives the milliseconds so far
 */
export function startCpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
