/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, outside n8n */
import { type Fault, type FaultRequest, sampleAccount, startEmulator } from '../../emulator';
import type { Behaviour, Tally } from './service';

async function serve(): Promise<void> {
  let behaviour: Behaviour = { appId: 0, latencyMs: 0, jitterMs: 0 };
  let before = 0;
  const emulator = await startEmulator({
    https: true,
    keepBodies: false,
    accounts: [{ ...sampleAccount, appIds: [] }],
    latencyMs: () => behaviour.latencyMs + (Math.random() - 0.5) * behaviour.jitterMs,
  });

  function behave(told: Behaviour): void {
    behaviour = told;
    before = emulator.arrivals.length;
    emulator.accounts[0]?.appIds.push(told.appId);
    emulator.setFaults(({ index }: FaultRequest): Fault | undefined =>
      told.failsOneIn !== undefined && index % told.failsOneIn === told.failsOneIn - 1
        ? { status: 503 }
        : undefined,
    );
  }

  function tally(): Tally {
    const arrivalsAt = emulator.arrivals.slice(before).map(({ at }) => at);
    return { arrivalsAt, registered: emulator.ledger.count(behaviour.appId) };
  }

  process.on('message', (told: Behaviour | 'tally') => {
    if (told === 'tally') process.send?.(tally());
    else behave(told);
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ url: emulator.url, certificate: emulator.certificate });
}

void serve();
