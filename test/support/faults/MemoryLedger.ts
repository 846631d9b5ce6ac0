/** The users that a model of the service has registered. */
export class MemoryLedger {
  private readonly users = new Map<string, 'before' | 'now'>();

  /** Puts a user in as registered before the run. */
  seed(appId: string, userId: string): void {
    this.users.set(`${appId}/${userId}`, 'before');
  }

  /** Registers a user; one that is known stays as it is. */
  register(appId: string, userId: string): void {
    if (!this.has(appId, userId)) this.users.set(`${appId}/${userId}`, 'now');
  }

  has(appId: string, userId: string): boolean {
    return this.users.has(`${appId}/${userId}`);
  }

  /** When a user was registered: before the run or by it; undefined for a user that is not. */
  when(appId: string, userId: string): 'before' | 'now' | undefined {
    return this.users.get(`${appId}/${userId}`);
  }

  /** How many users the run has registered. */
  countOfRun(): number {
    return [...this.users.values()].filter((when) => when === 'now').length;
  }
}
