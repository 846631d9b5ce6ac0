/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks for the processor time of the process, outside n8n */

/** Processor time that work takes, in milliseconds; other programs on the machine do not lengthen it. */
export function cpuMsOf<Input>(work: (input: Input) => void, input: Input): number {
  const before = process.cpuUsage();
  work(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
