/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- names the machine, outside n8n */
import { arch, availableParallelism, cpus, platform } from 'node:os';

/** What a benchmark ran on, such as `2 cores of AMD EPYC, linux x64, Node.js 20.19.0`. */
export function describeMachine(): string {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  const count = `${cores} ${cores === 1 ? 'core' : 'cores'}`;
  return `${count} of ${model}, ${platform()} ${arch()}, Node.js ${process.versions.node}`;
}
