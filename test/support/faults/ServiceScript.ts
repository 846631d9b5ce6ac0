import type { Account } from '../emulator/account';
import type { EmulatorOptions } from '../emulator/options';
import type { Ledger } from '../emulator/state/ledger';
import { type Fault, noFault } from './fault';
import { appIdOf, userIdOf } from './items';
import type { Script } from './script';
import { connectionsOf, profileBefore } from './usersBefore';
import { type Character, type Named, type Scripted, scripted } from './scripted';

/** The apps that items can name. */
const appIds = [0, 1, 2].map((app) => Number(appIdOf(app)));

/** A script as the emulator acts it out, on a virtual clock as well as over sockets. */
export class ServiceScript {
  /** What the emulator is like. */
  readonly options: EmulatorOptions;

  private readonly character: Character;

  private ledger?: Ledger;

  /** @param echo text that every message of the service ends in */
  constructor(
    private readonly script: Script,
    key: Pick<Account, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>,
    echo: string,
  ) {
    const { operation, idsAs, existingAs, poison, poisonous, readings } = script;
    this.options = {
      accounts: [{ ...key, accountId: '2100000001', appIds }],
      failedIdsAs: idsAs,
      existingUsersAs: existingAs,
      missingUsersAs: existingAs,
      ...readings,
      messagesEndIn: echo,
    };
    const has = (appId: string, userId: string) => this.ledger?.has(Number(appId), userId) === true;
    this.character = { operation, poisonous: new Set(poisonous.map(userIdOf)), poison, idsAs, echo, has };
  }

  /** Takes the service's ledger, and puts in the users that are there before the run, in every app of an item. */
  open(ledger: Ledger): void {
    this.ledger = ledger;
    const { items, existing, operation } = this.script;
    const isAboutDevices = operation === 'getOnlineStatus';
    for (const appId of new Set(items.map(({ app }) => Number(appIdOf(app))))) {
      for (const user of existing) {
        const userId = userIdOf(user);
        ledger.seed(appId, [userId], profileBefore(user));
        if (!isAboutDevices) continue;
        for (const connection of connectionsOf(user)) ledger.connections.add(appId, userId, connection);
      }
    }
  }

  /** The fault of a request, by its number. */
  faultOf(index: number): Fault {
    const { faults, isCyclic, isLasting } = this.script;
    const last = isLasting === true ? faults.at(-1) : undefined;
    return faults[isCyclic ? index % faults.length : index] ?? last ?? noFault;
  }

  /** What a fault is to the service; `now` is the wall clock. */
  act(fault: Fault, request: Named, now: number): Scripted {
    return scripted(fault, request, this.character, now);
  }
}
