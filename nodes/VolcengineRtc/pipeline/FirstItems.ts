/** How many slots the table has for each item: with some to spare, free ones are found after a step or two. */
const slotsPerItem = 4 / 3;

/** 2^64 divided by the golden ratio: multiplied by it, ids that lie in any regular distance spread evenly. */
const goldenRatio = 0x9e3779b97f4a7c15n;

const free = 0;

/**
 * The first item of each user, found again by app and id.
 *
 * A hash table of numbers, with open addressing: a map of texts would take five times the room, and block the event
 * loop for as long as it takes to grow.
 */
export class FirstItems {
  private readonly slots: number;

  private readonly userIds: BigUint64Array;

  /** The app of each user, by its number. */
  private readonly apps: Uint32Array;

  /** The first item of each user, counted from 1. */
  private readonly items: Uint32Array;

  private readonly appNumbers = new Map<string, number>();

  /** @param itemCount how many items may be added at most */
  constructor(itemCount: number) {
    this.slots = Math.ceil(itemCount * slotsPerItem) + 1;
    this.userIds = new BigUint64Array(this.slots);
    this.apps = new Uint32Array(this.slots);
    this.items = new Uint32Array(this.slots);
  }

  /**
   * Adds an item, and tells which one was the first of its user; it may be this one.
   *
   * @param userId an integer in digits, without leading zeros, of 64 bits at most
   */
  add(appId: string, userId: string, itemIndex: number): number {
    const id = BigInt(userId);
    const app = this.numberOf(appId);
    let slot = Number(BigInt.asUintN(64, id * goldenRatio) >> 32n) % this.slots;
    while (this.items[slot] !== free) {
      if (this.userIds[slot] === id && this.apps[slot] === app) return (this.items[slot] as number) - 1;
      slot = (slot + 1) % this.slots;
    }
    this.userIds[slot] = id;
    this.apps[slot] = app;
    this.items[slot] = itemIndex + 1;
    return itemIndex;
  }

  private numberOf(appId: string): number {
    const known = this.appNumbers.get(appId);
    if (known !== undefined) return known;
    const next = this.appNumbers.size;
    this.appNumbers.set(appId, next);
    return next;
  }
}
