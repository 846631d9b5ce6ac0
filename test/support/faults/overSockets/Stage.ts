import { type Arrival, type Emulator, type Fault, type FaultRequest, startEmulator } from '../../emulator';
import type { ActionName } from '../facts';
import type { Fault as ScriptFault } from '../fault';
import { Recorder, type Sent } from '../Recorder';
import { readRequest } from '../request';
import type { Script } from '../script';
import type { Scripted } from '../scripted';
import { credential as modelCredential } from '../secrets';
import { ServiceScript } from '../ServiceScript';
import { timeoutMs } from './socketScripts';
import { telling } from '../telling';

/** An emulator that acts out a script over sockets. */
export class Stage {
  private readonly scripted: Scripted[] = [];

  private constructor(
    private readonly script: ServiceScript,
    readonly emulator: Emulator,
    /** A key of its own: what a limiter learns about a key stays with it. */
    readonly credential: typeof modelCredential,
    /** The parts of the key, as a gateway may repeat them. */
    readonly keyParts: readonly string[],
  ) {}

  static async open(script: Script, name: string): Promise<Stage> {
    const key = { ...modelCredential, accessKeyId: `AKLTsockets${name}` };
    const keyParts = [key.accessKeyId, key.secretAccessKey, key.sessionToken];
    const service = new ServiceScript(script, key, keyParts.join(' '));
    const emulator = await startEmulator(service.options);
    service.open(emulator.ledger);
    const stage = new Stage(service, emulator, key, keyParts);
    emulator.setFaults((request) => stage.next(request));
    return stage;
  }

  /** What was sent and told, in the order of arrival. */
  recorder(): Recorder {
    const recorder = new Recorder();
    this.emulator.arrivals.forEach((arrival, index) =>
      recorder.add(sentOf(arrival, this.scripted[index] as Scripted)),
    );
    return recorder;
  }

  private next({ index, action, appId, userIds }: FaultRequest): Fault {
    const fault = this.script.faultOf(index);
    const scripted = this.script.act(
      fault,
      { action: action as ActionName, appId: String(appId), userIds },
      Date.now(),
    );
    const way = wayOf(fault);
    const isLost = way.reset !== undefined || fault.delayMs > timeoutMs;
    this.scripted.push(isLost ? { ...scripted, told: 'noAnswer' } : scripted);
    return { ...scripted.fault, ...way, delayMs: fault.delayMs };
  }
}

/** How an answer travels, as far as a socket can show it. */
function wayOf({ trouble }: ScriptFault): Fault {
  switch (trouble.kind) {
    case 'connection':
      return { reset: trouble.applies ? 'afterApplying' : 'beforeApplying' };
    case 'brokenBody':
      return { cutOff: true };
    default:
      return {};
  }
}

function sentOf(arrival: Arrival, scripted: Scripted): Sent {
  const { at, action, body = '', answer = '', status, requestId } = arrival;
  const request = readRequest(action, body);
  return {
    ...request,
    id: requestId,
    startedAt: at,
    toldAt: at,
    isAfterCancel: false,
    run: 0,
    ...telling({ status, body: answer }, requestId, request, scripted),
  };
}
