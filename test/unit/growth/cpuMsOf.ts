import { startCpuClock } from '../../support/time/startCpuClock';

/** Processor time that work takes, in milliseconds. */
export function cpuMsOf<Input>(work: (input: Input) => void, input: Input): number {
  const spentMs = startCpuClock();
  work(input);
  return spentMs();
}
