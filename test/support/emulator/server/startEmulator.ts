/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, outside n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../account';
import type { Faults } from '../faults/fault';
import { FaultScript } from '../faults/faultScript';
import { answerTo } from '../judging/answer';
import { takeIn } from '../judging/inbound';
import type { EmulatorOptions } from '../options';
import type { RequestsPerSecond } from '../rate/requestRate';
import { mostInAnyWindow, type Arrival } from '../state/arrivals';
import { newState, type EmulatorState } from '../state/emulatorState';
import type { Ledger } from '../state/ledger';
import { makeCertificate } from './certificate';
import { listen } from './listen';
import { receive } from './receive';
import { send } from './send';

/** A running emulator of the Volcengine RTC OpenAPI. */
export interface Emulator {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** PEM of the authority to trust (NODE_EXTRA_CA_CERTS); only with `https`. */
  readonly certificate?: string;
  readonly ledger: Ledger;
  /** Every request that arrived whole, in order of arrival. */
  readonly arrivals: readonly Arrival[];
  /** Looked at anew for each request: adding or removing an account takes effect at once. */
  readonly accounts: Account[];
  /** Starts a new fault script. */
  setFaults(faults: Faults): void;
  /** Changes or lifts the rate. @throws RangeError unless its numbers are whole and at least 1. */
  setRequestsPerSecond(requestsPerSecond: RequestsPerSecond | undefined): void;
  /** The most arrivals, refused ones included, in any half-open window of that many milliseconds. */
  mostArrivalsInAnyWindow(windowMs: number, which?: (arrival: Arrival) => boolean): number;
  /** How many requests were refused for being over the rate. */
  readonly breaches: number;
  /** Drops open connections and stops; may be called twice. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of its own on 127.0.0.1.
 * @throws RangeError for a rate that is not a whole number of at least 1, or a quota that is not one of at least 0;
 * the system's error for a taken port.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = newState(options);
  const script = new FaultScript(options.faults);
  const certificate = options.https ? await makeCertificate() : undefined;
  const handler = (message: IncomingMessage, response: ServerResponse) =>
    void serve(message, response, script, state);
  const { port, close } = await listen(handler, options.port ?? 0, certificate);
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    certificate: certificate?.authority,
    ledger: state.ledger,
    arrivals: state.arrivals,
    accounts: state.settings.accounts,
    setFaults: (faults) => script.set(faults),
    setRequestsPerSecond: (requestsPerSecond) => state.rate.setLimit(requestsPerSecond),
    mostArrivalsInAnyWindow: (windowMs, which = () => true) =>
      mostInAnyWindow(
        state.arrivals.filter(which).map(({ at }) => at),
        windowMs,
      ),
    get breaches() {
      return state.rate.refused;
    },
    close,
  };
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  script: FaultScript,
  state: EmulatorState,
): Promise<void> {
  try {
    const inbound = takeIn(await receive(message), state.settings);
    const { action, named, json } = inbound;
    const fault = script.next(action, named, json.valid ? json.value : undefined);
    await send(response, answerTo(inbound, fault, state));
  } catch (error) {
    // A client that went away mid-request, or a fault script that throws: neither may end the server.
    if (response.headersSent || response.destroyed) response.destroy();
    else response.writeHead(500).end(`The emulator failed: ${error}`);
  }
}
