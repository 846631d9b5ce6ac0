/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmark runs outside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../../../../support/n8n';
import { writeSection } from '../../../../support/report/writeSection';
import { type Service, startService } from '../../../../support/service/service';
import { carry, type Carried, type Load } from './carry';
import { endWords } from './endWords';
import { memorySection } from './memorySection';
import { workflowOf } from './workflowOf';

const atOnce = 'register-users-from-csv.json';
const inPieces = 'register-users-from-long-csv.json';

/** Lists of growing length, for one way and one heap. */
interface Series extends Omit<Load, 'users'> {
  lengths: readonly number[];
}

/**
 * The heaps are that of this machine and, by half the memory, those of machines with 4 and 2 GiB. Users are only checked
 * where their number is what counts: the items and what n8n keeps of them are nearly the same, and it takes a tenth of
 * the time.
 */
const plan: readonly Series[] = [
  { example: atOnce, lengths: [50_000, 200_000, 400_000] },
  { example: inPieces, lengths: [200_000] },
  { example: atOnce, validateOnly: true, lengths: [200_000, 400_000, 800_000, 1_000_000] },
  { example: atOnce, validateOnly: true, heapMiB: 2048, lengths: [200_000, 400_000, 600_000, 800_000] },
  { example: atOnce, validateOnly: true, heapMiB: 1024, lengths: [100_000, 200_000, 300_000, 400_000] },
  { example: inPieces, validateOnly: true, heapMiB: 1024, lengths: [800_000] },
];

/** How many users one execution carries in a real n8n, and how many in pieces. */
export async function measureMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const service = await startService();
  try {
    const tarball = await packPackage(folder);
    const carried: Carried[] = [];
    for (const series of plan) carried.push(...(await grow(series, service, tarball)));
    const { table, chart } = memorySection(carried);
    await writeSection('n8n-memory', table, chart);
  } finally {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Registers growing lists, up to the first that n8n does not carry. */
async function grow({ lengths, ...rest }: Series, service: Service, tarball: string): Promise<Carried[]> {
  const carried: Carried[] = [];
  for (const users of lengths) {
    const last = await carry({ ...rest, users }, service, tarball);
    carried.push(last);
    process.stdout.write(
      `${workflowOf(last)}, ${users} users: ${last.peakMiB.toFixed(0)} MiB, ${endWords(last)}\n`,
    );
    if (last.status !== 'success') break;
  }
  return carried;
}
