import { randomFillSync } from 'node:crypto';

/** How many slots the table has for each item: with some to spare, free ones are found after a step or two. */
const slotsPerItem = 4 / 3;

const free = 0;

/** Bytes of what is looked for: eight of a user's id, four of the group's number. */
const keyBytes = 12;

/**
 * The first item of each user, found again by group and id.
 *
 * A hash table of numbers, with open addressing: a map of texts would take five times the room, and block the event
 * loop for as long as it takes to grow.
 *
 * Ids come from strangers, so the hash is drawn at random for each table: the bytes of a key pick random numbers that
 * are put together with XOR ("simple tabulation"). With open addressing that takes a constant number of steps on
 * average, whatever the ids are.
 *
 * @see https://arxiv.org/abs/1011.5200
 */
export class FirstItems {
  private readonly slots: number;

  /** The id of each user in two halves, and the number of its group. */
  private readonly keys: Uint32Array;

  /** The first item of each user, counted from 1. */
  private readonly items: Uint32Array;

  private readonly groupNumbers = new Map<string, number>();

  /** A random number for each place and value of a byte. */
  private readonly randoms = randomFillSync(new Uint32Array(keyBytes * 256));

  /** The key that is looked for, as id, as halves and number, and as bytes. */
  private readonly wantedId = new BigUint64Array(2);

  private readonly wanted = new Uint32Array(this.wantedId.buffer, 0, 3);

  private readonly wantedBytes = new Uint8Array(this.wantedId.buffer, 0, keyBytes);

  /** @param itemCount how many items may be added at most */
  constructor(itemCount: number) {
    this.slots = Math.ceil(itemCount * slotsPerItem) + 1;
    this.keys = new Uint32Array(this.slots * 3);
    this.items = new Uint32Array(this.slots);
  }

  /**
   * Adds an item. Returns the first item of its user, which may be this one.
   *
   * @param userId an integer in digits, without leading zeros, of 64 bits at most
   */
  add(group: string, userId: string, itemIndex: number): number {
    const slot = this.slotOf(group, userId);
    const known = this.items[slot] as number;
    if (known !== free) return known - 1;
    this.keys.set(this.wanted, slot * 3);
    this.items[slot] = itemIndex + 1;
    return itemIndex;
  }

  /** The first item of a user; undefined where none was added. */
  find(group: string, userId: string): number | undefined {
    const item = this.items[this.slotOf(group, userId)] as number;
    return item === free ? undefined : item - 1;
  }

  /** The slot of a user, or the free one that is next for it. */
  private slotOf(group: string, userId: string): number {
    this.wantedId[0] = BigInt(userId);
    this.wanted[2] = this.numberOf(group);
    let slot = this.hash() % this.slots;
    while (this.items[slot] !== free && !this.isWanted(slot * 3)) slot = (slot + 1) % this.slots;
    return slot;
  }

  private hash(): number {
    let hash = 0;
    for (let at = 0; at < keyBytes; at += 1) {
      hash ^= this.randoms[at * 256 + (this.wantedBytes[at] as number)] as number;
    }
    return hash >>> 0;
  }

  private isWanted(key: number): boolean {
    const { keys, wanted } = this;
    return keys[key] === wanted[0] && keys[key + 1] === wanted[1] && keys[key + 2] === wanted[2];
  }

  private numberOf(group: string): number {
    const known = this.groupNumbers.get(group);
    if (known !== undefined) return known;
    const next = this.groupNumbers.size;
    this.groupNumbers.set(group, next);
    return next;
  }
}
