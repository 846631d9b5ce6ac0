/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a process, outside n8n */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How the service behaves for a while. */
export interface Behaviour {
  /** The app whose users are registered meanwhile. */
  appId: number;
  /** From the arrival of a request to its answer. */
  latencyMs: number;
  /** The latency differs from request to request by so much in all. */
  jitterMs: number;
  /** One request in so many is answered with 503 and not carried out. */
  failsOneIn?: number;
}

/** What has come of it. */
export interface Tally {
  /** When each request was there whole, in milliseconds. */
  arrivalsAt: number[];
  /** Users of the app. */
  registered: number;
}

/** Where the service is reached. */
export interface Address {
  url: string;
  /** PEM text of the authority to trust. */
  certificate: string;
}

/** An emulator of the API in a process of its own, whose event loop is as free as possible to tell when requests arrive. */
export interface Service extends Address {
  behave(behaviour: Behaviour): void;
  /** What has come since it was told to behave. */
  tally(): Promise<Tally>;
  close(): void;
}

export async function startService(): Promise<Service> {
  const child = fork(join(__dirname, 'serviceProcess.ts'), { execArgv: process.execArgv });
  const answer = async <T>() => ((await once(child, 'message')) as [T])[0];
  return {
    ...(await answer<Address>()),
    behave: (behaviour) => child.send(behaviour),
    tally: async () => {
      child.send('tally');
      return await answer<Tally>();
    },
    close: () => child.disconnect(),
  };
}
