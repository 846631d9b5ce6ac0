/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, outside n8n */
import { type Arrival, type Fault, type FaultRequest, startEmulator } from '../emulator';
import { keyPairs } from './keyPairs';
import { machineNow } from './machineNow';
import type { Behaviour, Question, Sighting, Tally } from './service';

/** What users have that were there before. */
const profile = { NickName: 'José 王', Tags: ['cohort:1', 'imported'], Ext: { level: '7' } };

async function serve(): Promise<void> {
  let behaviour: Behaviour = { appId: 0, latencyMs: 0, jitterMs: 0 };
  let before = { arrivals: 0, breaches: 0 };
  const emulator = await startEmulator({
    https: true,
    keepBodies: false,
    accounts: keyPairs.map((keyPair) => ({ ...keyPair, appIds: [] })),
    latencyMs: () => behaviour.latencyMs + (Math.random() - 0.5) * behaviour.jitterMs,
    now: machineNow,
  });

  function behave(told: Behaviour): void {
    behaviour = told;
    before = { arrivals: emulator.arrivals.length, breaches: emulator.breaches };
    emulator.accounts[0]?.appIds.push(told.appId);
    emulator.ledger.seed(told.appId, told.users ?? [], profile);
    emulator.setRequestsPerSecond(told.requestsPerSecond);
    emulator.setFaults(({ index }: FaultRequest): Fault | undefined =>
      told.failsOneIn !== undefined && index % told.failsOneIn === told.failsOneIn - 1
        ? { status: 503 }
        : undefined,
    );
  }

  const answers: Record<Question, () => number | Tally> = {
    arrived: () => emulator.arrivals.length - before.arrivals,
    carriedOutLately: () => {
      const since = machineNow() - 1000;
      return emulator.arrivals.slice(-100).filter(({ at, applied }) => applied && at > since).length;
    },
    tally: () => ({
      sightings: emulator.arrivals.slice(before.arrivals).map(sightingOf),
      registered: emulator.ledger.userIds(behaviour.appId),
      requestedAgain: emulator.ledger.requestedAgain(behaviour.appId),
      breaches: emulator.breaches - before.breaches,
    }),
  };

  process.on('message', (told: Behaviour | Question) => {
    if (typeof told === 'string') process.send?.(answers[told]());
    else behave(told);
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ url: emulator.url, certificate: emulator.certificate });
}

function sightingOf({ at, action, status, accessKeyId, userIds: [userId] }: Arrival): Sighting {
  return { at, action, status, accessKeyId, userId };
}

void serve();
