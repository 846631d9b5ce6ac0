import { randomInt } from 'node:crypto';

/**
 * The ids that the probe uses: 19 digits, an 8, fifteen random ones and a running number of three, so that none is likely
 * to be of a real user. All of them fit into a Long (up to 9223372036854775807).
 */
export class TestUsers {
  /** Those that a request asked to register, or that may be for another reason; to be unregistered in the end. */
  readonly touched = new Set<string>();

  /** All that may be used. */
  readonly pool: readonly string[];

  /** The last of them: never registered. */
  readonly unknown: string;

  private used = 0;

  constructor(size: number, prefix = randomPrefix()) {
    this.pool = Array.from({ length: size }, (_, index) => prefix + String(index).padStart(3, '0'));
    this.unknown = this.pool.at(-1) ?? '';
  }

  /** Ids that were not used before. @throws Error when the pool is empty, which would be a mistake of the questions. */
  take(count: number): string[] {
    const ids = this.pool.slice(0, -1).slice(this.used, this.used + count);
    if (ids.length < count) throw new Error(`There are only ${this.pool.length} test users.`);
    this.used += count;
    return ids;
  }
}

function randomPrefix(): string {
  const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');
  return `8${digits(8)}${digits(7)}`;
}
