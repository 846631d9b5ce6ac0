import { type Emulator, type Fault, type FaultRequest, sampleAccount, startEmulator } from '../../emulator';
import { expectations } from '../expectation';
import { noFault } from '../fault';
import { appIdOf, userIdOf } from '../items';
import { MemoryLedger } from '../MemoryLedger';
import { Recorder } from '../Recorder';
import { readRequest } from '../request';
import type { Script } from '../script';
import { credential as modelCredential } from '../secrets';
import { type Emulated, emulated } from './emulatedFault';

const appIds = [0, 1, 2].map((app) => Number(appIdOf(app)));

/** An emulator that acts out a script, and keeps the same books as the model of the service. */
export class Stage {
  readonly recorder = new Recorder();

  private readonly outcomes: Emulated[] = [];

  private constructor(
    private readonly script: Script,
    readonly emulator: Emulator,
    /** A key of its own: what a limiter learns about a key stays with it. */
    readonly credential: typeof modelCredential,
  ) {}

  static async open(script: Script, name: string): Promise<Stage> {
    const key = { ...modelCredential, accessKeyId: `AKLTsockets${name}` };
    const emulator = await startEmulator({
      accounts: [{ ...sampleAccount, ...key, appIds }],
      failedIdsAs: script.idsAs,
    });
    const stage = new Stage(script, emulator, key);
    for (const appId of appIds) emulator.ledger.seed(appId, script.existing.map(userIdOf));
    emulator.setFaults((request) => stage.next(request));
    return stage;
  }

  /** The parts of the key, as a gateway may repeat them. */
  get keyParts(): string[] {
    return [this.credential.accessKeyId, this.credential.secretAccessKey, this.credential.sessionToken];
  }

  private next({ index, appId, userIds }: FaultRequest): Fault {
    const { faults, isCyclic, poisonous, poison } = this.script;
    const fault = faults[isCyclic ? index % faults.length : index] ?? noFault;
    const isPoisoned = poisonous.some((user) => userIds.includes(userIdOf(user)));
    const echo = this.keyParts.join(' ');
    const it = emulated(fault, { userIds, echo, ...(isPoisoned && { poison }) });
    const exists = (id: string) => this.emulator.ledger.has(Number(appId), id);
    this.outcomes.push(it);
    this.recorder.add({
      appId: String(appId),
      userIds: [...userIds],
      users: [],
      startedAt: performance.now(),
      isAfterCancel: false,
      run: 0,
      told: userIds.map((id) => it.told ?? it.toldOf?.[id] ?? (exists(id) ? 'exists' : 'accepted')),
    });
    return it.fault;
  }

  /** What the log of arrivals knows better, once the run is over. */
  complete(): void {
    for (const [index, sent] of this.recorder.sent.entries()) {
      const { body, requestId } = this.emulator.arrivals[index] as { body: string; requestId: string };
      const it = this.outcomes[index] as Emulated;
      sent.users = readRequest(body).users;
      sent.toldAt = sent.startedAt;
      if (it.told === 'noAnswer') continue;
      sent.httpStatus = it.httpStatus ?? 200;
      sent.requestId = it.told === undefined ? requestId : it.requestId;
    }
  }

  /** The emulator's ledger as far as the users of the script go. */
  ledger(): MemoryLedger {
    const ledger = new MemoryLedger();
    for (const { appId, userId } of expectations(this.script.items)) {
      const user = this.emulator.ledger.find(Number(appId), userId);
      if (user?.requestId === 'seed') ledger.seed(appId, userId);
      else if (user !== undefined) ledger.register(appId, userId);
    }
    return ledger;
  }
}
