import type { PendingEntry, SendBatch, Verdict } from '../pendingEntry';

interface Waiting {
  pending: PendingEntry;
  resolve(verdict: Verdict): void;
  reject(error: unknown): void;
}

/** Entries that come one by one and go out in full batches, each of one group. */
export class Regrouped {
  private readonly open = new Map<string, Waiting[]>();

  /** @param size of the batches */
  constructor(
    private readonly sendBatch: SendBatch,
    private readonly size: number,
  ) {}

  /** Takes an entry in; it goes out with its batch. */
  async add(pending: PendingEntry): Promise<Verdict> {
    const key = pending.entry.group.json;
    return await new Promise<Verdict>((resolve, reject) => {
      const batch = this.open.get(key) ?? [];
      this.open.set(key, batch);
      batch.push({ pending, resolve, reject });
      if (batch.length >= this.size) this.send(key, batch);
    });
  }

  /** Sends what is open, full or not. */
  flush(): void {
    for (const [key, batch] of [...this.open]) this.send(key, batch);
  }

  private send(key: string, batch: readonly Waiting[]): void {
    this.open.delete(key);
    this.sendBatch(batch.map(({ pending }) => pending)).then(
      (verdicts) => batch.forEach(({ resolve }, position) => resolve(verdicts[position] as Verdict)),
      (error: unknown) => batch.forEach(({ reject }) => reject(error)),
    );
  }
}
