/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { mapping } from './mapping';
import { cases, quickCases } from './pipeline/cases';
import { pipeline } from './pipeline/pipeline';
import { printSection, writeSection } from '../../support/report/writeSection';
import { recoveries } from './recovery/recoveries';
import { recovery } from './recovery/recovery';
import { requests } from './requests/requests';
import { signing } from './signing';
import { sizes } from './sizes/sizes';

/** A quick run shows that everything works; its figures mean little and are not written down. */
const isQuick = process.env.BENCH_QUICK === '1';

/** Where figures go that are not of docs/benchmarks.md. */
const pages: Record<string, string> = { 'recovery-on-engine': 'scaling' };

/**
 * Measures the package without a network, part by part.
 *
 * @param chosen parts to measure; all by default
 */
async function bench(chosen: readonly string[]): Promise<void> {
  const parts = {
    signing: async () => await signing(isQuick ? 100 : 2500),
    mapping: async () => await mapping(isQuick ? 100 : 1500),
    requests: async () => await requests(isQuick ? 20 : 1000),
    pipeline: async () => await pipeline(isQuick ? quickCases : cases),
    sizes: async () => await sizes(isQuick ? 1 : 5),
    'recovery-on-engine': async () =>
      await (isQuick ? recovery(recoveries.slice(0, 1), 1) : recovery(recoveries, 3)),
  };
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const { table, chart } = await measure();
    if (isQuick) printSection(table, chart);
    else await writeSection(name, table, chart, pages[name]);
  }
}

void bench(process.argv.slice(2));
