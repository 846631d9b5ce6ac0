/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- watches the process, outside n8n */
import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { threadCpuMs } from './threadCpuMs';

/** For how long the event loop was kept from its turn. */
export interface LongestBlocks {
  /** By the clock, pauses of the garbage collector and waiting for a core among it. */
  clockMs: number;
  /** By the processor time of the thread. */
  cpuMs: number;
  /** The longest pause of the garbage collector. */
  gcMs: number;
}

/** Watches how long each turn of the event loop takes. */
export class LoopWatch {
  private readonly longest: LongestBlocks = { clockMs: 0, cpuMs: 0, gcMs: 0 };

  private readonly collections = new PerformanceObserver((list) => this.noteCollections(list.getEntries()));

  private turnedAt = performance.now();

  private cpuAt = threadCpuMs();

  private next: NodeJS.Immediate;

  constructor() {
    this.collections.observe({ entryTypes: ['gc'] });
    this.next = setImmediate(this.turn);
  }

  /** Ends the watch after the turn that is under way. */
  async stop(): Promise<LongestBlocks> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    clearImmediate(this.next);
    this.collections.disconnect();
    return this.longest;
  }

  private readonly turn = (): void => {
    const [now, cpu] = [performance.now(), threadCpuMs()];
    this.longest.clockMs = Math.max(this.longest.clockMs, now - this.turnedAt);
    this.longest.cpuMs = Math.max(this.longest.cpuMs, cpu - this.cpuAt);
    [this.turnedAt, this.cpuAt] = [now, cpu];
    this.next = setImmediate(this.turn);
  };

  private noteCollections(collections: PerformanceEntry[]): void {
    this.longest.gcMs = Math.max(this.longest.gcMs, ...collections.map(({ duration }) => duration));
  }
}
