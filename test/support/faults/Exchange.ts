import { type IHttpRequestOptions, type INode, NodeApiError } from 'n8n-workflow';
import type { Account } from '../emulator/account';
import { type Answer, answerTo } from '../emulator/judging/answer';
import type { Inbound } from '../emulator/judging/inbound';
import type { EmulatorState } from '../emulator/state/emulatorState';
import type { VirtualClock } from '../time/virtualClock';
import type { Fault, NetworkError } from './fault';
import type { Recorder, Sent, Telling } from './Recorder';
import type { Scripted } from './scripted';
import type { ServiceScript } from './ServiceScript';
import { telling } from './telling';
import type { Told } from './told';
import { withoutUsers } from './withoutUsers';

/** What an exchange works with. */
export interface Line {
  clock: VirtualClock;
  script: ServiceScript;
  /** What the service knows. */
  state: EmulatorState;
  recorder: Recorder;
  node: INode;
  cancelled: AbortSignal;
  /** Which run of the node this is. */
  run(): number;
}

/** One request and what comes of it, on a virtual clock. */
export class Exchange {
  private readonly scripted: Scripted;

  constructor(
    private readonly line: Line,
    private readonly sent: Sent,
    private readonly fault: Fault,
    private readonly inbound: Inbound,
  ) {
    this.scripted = line.script.act(fault, sent, line.state.settings.date().getTime());
  }

  /** The full response once its head is there; throws as n8n does when none comes in time, or it is given up. */
  async response({ timeout: timeoutMs = 0, abortSignal }: IHttpRequestOptions): Promise<unknown> {
    const { clock, node } = this.line;
    const { delayMs, trouble } = this.fault;
    (abortSignal as AbortSignal).addEventListener('abort', () => this.tellAll('noAnswer'));
    const answerOf = this.scheduleWork();
    if (trouble.kind === 'hang') await new Promise<never>(() => {});
    await clock.sleep(Math.min(delayMs, timeoutMs));
    if (delayMs >= timeoutMs) {
      this.tellAll('noAnswer');
      throw wrapped(node, { code: 'ECONNABORTED', message: `timeout of ${timeoutMs}ms exceeded` });
    }
    const answer = answerOf();
    if (trouble.kind === 'connection' || trouble.kind === 'unsendable') {
      this.tellAll(this.scripted.told as Told);
      throw wrapped(node, trouble.kind === 'connection' ? trouble.error : failing(trouble.code));
    }
    const headers = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]);
    // A reader that gives the body up is told nothing more.
    const destroy = () => this.tellAll('noAnswer');
    const body = { [Symbol.asyncIterator]: () => this.read(answer), destroy };
    return { statusCode: answer.status, headers: Object.fromEntries(headers) as object, body };
  }

  /** Lets the service do its work at once, or when the answer is due, whether it is still waited for or not. */
  private scheduleWork(): () => Answer {
    const { clock } = this.line;
    let answer: Answer | undefined;
    const work = () => (answer ??= this.answer());
    if (this.fault.isLate) clock.at(clock.now() + this.fault.delayMs, work);
    else work();
    return work;
  }

  private answer(): Answer {
    const { state } = this.line;
    const { accounts, regions } = state.settings;
    const caller = { account: accounts[0] as Account, region: regions[0] as string };
    const answer = answerTo(this.inbound, this.scripted.fault, state, caller);
    const { leavesOut } = this.scripted;
    return leavesOut === undefined ? answer : { ...answer, body: withoutUsers(answer.body, leavesOut) };
  }

  /** Tells the same about every user; without an answer, only a connection that does not stand comes from somewhere. */
  private tellAll(told: Told): void {
    const from = told === 'noConnection' ? 'elsewhere' : 'nowhere';
    this.tell({ told: this.sent.userIds.map(() => told), from });
  }

  private tell(what: Telling): void {
    this.line.recorder.tell(this.sent, what, this.line.clock.now());
  }

  /** The body as Node hands it over: in pieces, to its end, to a break, or to a silence. */
  private async *read(answer: Answer) {
    const { trouble, pieces, bodyMs } = this.fault;
    const bytes = Buffer.from(answer.body as string);
    const breaks = ['brokenBody', 'brokenPage', 'stalledBody'].includes(trouble.kind);
    const end = breaks ? Math.floor(bytes.length / 2) : bytes.length;
    const size = Math.max(1, Math.ceil(end / pieces));
    if (bodyMs > 0) await this.line.clock.sleep(bodyMs);
    for (let at = 0; at < end; at += size) yield bytes.subarray(at, Math.min(at + size, end));
    if (trouble.kind === 'stalledBody') await new Promise<never>(() => {});
    if (trouble.kind === 'brokenBody') {
      this.tellAll('noAnswer');
      throw codedError({ code: trouble.code, message: 'aborted' });
    }
    this.tell(telling(answer, this.inbound.requestId, this.sent, this.scripted));
    if (trouble.kind === 'brokenPage') throw codedError({ message: 'aborted' });
  }
}

const failing = (code: string | undefined) => ({ code, message: `failed with ${code}` });

/** n8n wraps what its HTTP client throws, and keeps it as the cause. */
function wrapped(node: INode, error: FailedWith): Error {
  return new NodeApiError(node, codedError(error) as never);
}

type FailedWith = NetworkError & { errors?: NetworkError[] };

function codedError({ message, errors, ...more }: FailedWith): Error {
  return Object.assign(new Error(message), more, errors && { errors: errors.map(codedError) });
}
