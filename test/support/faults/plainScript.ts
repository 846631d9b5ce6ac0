import { type Fault, noFault, type Trouble } from './fault';
import type { ItemPlan } from './items';
import type { Script } from './script';

/** A script in which nothing goes wrong, but for what is given. */
export function plainScript(given: Partial<Script>): Script {
  return {
    operation: 'registerUsers',
    items: [],
    options: {},
    mapping: 'byName',
    continuesOnFail: false,
    faults: [],
    isCyclic: false,
    existing: [],
    existingAs: 'failedInfos',
    readings: {},
    poisonous: [],
    poison: { told: 'requestRefused', status: 400, code: 'InvalidParam' },
    idsAs: 'text',
    isRunTwice: false,
    chances: [0],
    latenessMs: 0,
    ...given,
  };
}

/** One item for each of these users of the pool. */
export function itemsFor(...users: number[]): ItemPlan[] {
  return users.map((user) => ({ user, app: 0, name: 0, spelling: 0 }));
}

export function faultFor(trouble: Trouble, delayMs = noFault.delayMs): Fault {
  return { ...noFault, trouble, delayMs };
}
