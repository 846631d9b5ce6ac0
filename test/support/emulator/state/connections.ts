/** A device of a user that is online. */
export interface Connection {
  connectionId: string;
  /** Digits, as many as 8 bytes hold. */
  deviceId: string;
  clientVersion: number;
  platform: 'Android' | 'iOS' | 'Web';
}

/** Who is online, registered or not. Nothing changes it but a test. */
export class Connections {
  private readonly apps = new Map<number, Map<string, Connection[]>>();

  /** Brings a user online on one more device; what is not given is filled in. */
  add(appId: number, userId: string, connection: Partial<Connection> = {}): void {
    const users = this.apps.get(appId) ?? new Map<string, Connection[]>();
    const others = users.get(userId) ?? [];
    const filled = { connectionId: `ConnID_${others.length + 1}`, deviceId: '10001', clientVersion: 1 };
    this.apps.set(appId, users.set(userId, [...others, { ...filled, platform: 'Web', ...connection }]));
  }

  /** Takes all devices of a user offline. */
  remove(appId: number, userId: string): void {
    this.apps.get(appId)?.delete(userId);
  }

  /** The devices of a user, in the order in which they came online. */
  of(appId: number, userId: string): readonly Connection[] {
    return this.apps.get(appId)?.get(userId) ?? [];
  }
}
