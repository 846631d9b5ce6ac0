/** The first item of each user, found again by app and id. */
export class FirstItems {
  /** Many small maps rather than a large one, which would block for as long as it takes to grow. */
  private readonly byIds = new Map<string, Map<string, number>>();

  /** Adds an item, and tells which one was the first of its user; it may be this one. */
  add(appId: string, userId: string, itemIndex: number): number {
    const firstItems = this.among(appId, userId);
    const first = firstItems.get(userId);
    if (first === undefined) firstItems.set(userId, itemIndex);
    return first ?? itemIndex;
  }

  /** The map that a user belongs into, with others of its app whose ids end alike. */
  private among(appId: string, userId: string): Map<string, number> {
    const group = `${appId}/${userId.slice(-2)}`;
    const known = this.byIds.get(group);
    if (known !== undefined) return known;
    const firstItems = new Map<string, number>();
    this.byIds.set(group, firstItems);
    return firstItems;
  }
}
