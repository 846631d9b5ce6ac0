/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a process, outside n8n */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Arrival } from '../emulator';

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
  /** Users that the app has already, each with a profile; none by default. */
  users?: readonly string[];
  /** Requests that an account may make in any second; unlimited by default. */
  requestsPerSecond?: number;
}

/** A request that was there whole. */
export interface Sighting extends Pick<Arrival, 'at' | 'action' | 'status' | 'accessKeyId'> {
  /** The first user that it names. */
  userId?: string;
}

/** What has come since the service was told to behave. */
export interface Tally {
  /** In order of arrival. */
  sightings: Sighting[];
  /** The users of the app. */
  registered: string[];
  /** Those of them that carried-out requests named more than once. */
  requestedAgain: string[];
  /** Requests that were refused for being above the limit. */
  breaches: number;
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
  /** How many requests have come since it was told to behave. */
  arrived(): Promise<number>;
  /** How many of them were carried out in the last second. */
  carriedOutLately(): Promise<number>;
  tally(): Promise<Tally>;
  close(): void;
}

/** What the service can be asked for. */
export type Question = 'arrived' | 'carriedOutLately' | 'tally';

export async function startService(): Promise<Service> {
  const child = fork(join(__dirname, 'serviceProcess.ts'), { execArgv: ['--import', 'tsx'] });
  const answer = async <T>() => ((await once(child, 'message')) as [T])[0];
  const ask = async <T>(question: Question) => {
    child.send(question);
    return await answer<T>();
  };
  return {
    ...(await answer<Address>()),
    behave: (behaviour) => child.send(behaviour),
    arrived: async () => await ask<number>('arrived'),
    carriedOutLately: async () => await ask<number>('carriedOutLately'),
    tally: async () => await ask<Tally>('tally'),
    close: () => child.disconnect(),
  };
}
