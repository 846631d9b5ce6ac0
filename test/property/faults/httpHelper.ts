import { type IHttpRequestOptions, type INode, NodeApiError } from 'n8n-workflow';
import type { VirtualClock } from '../../unit/virtualClock';
import type { Fault } from './fault';
import type { Recorder, Sent } from './Recorder';
import type { WireAnswer } from './render';
import { readRequest } from './request';
import type { Judgement, Service } from './Service';
import type { Told } from './told';

/** What the helper works with. */
export interface Line {
  clock: VirtualClock;
  service: Service;
  recorder: Recorder;
  node: INode;
  cancelled: AbortSignal;
  /** The fault of a request, by its number. */
  faultOf(index: number): Fault;
}

/** n8n's `httpRequestWithAuthentication`, as far as the node uses it, with the model of the service behind it. */
export function httpHelper(line: Line) {
  return async (_credential: string, options: IHttpRequestOptions): Promise<unknown> => {
    const fault = line.faultOf(line.recorder.sent.length);
    assertOptions(options);
    const sent = line.recorder.add({
      ...readRequest(options.body),
      startedAt: line.clock.now(),
      isAfterCancel: line.cancelled.aborted,
    });
    return await new Exchange(line, sent, fault, options).response();
  };
}

/** The laws hold for a node that asks n8n for exactly this. */
function assertOptions(options: IHttpRequestOptions): void {
  const isAsExpected =
    options.method === 'POST' &&
    options.url === '/?Action=RegisterUsers&Version=2020-12-01' &&
    options.encoding === 'stream' &&
    options.returnFullResponse === true &&
    options.ignoreHttpStatusErrors === true &&
    options.disableFollowRedirect === true;
  if (!isAsExpected) throw new Error(`Options that the model does not know: ${JSON.stringify(options)}`);
}

/** One request and what comes of it. */
class Exchange {
  private readonly requestId: string;

  constructor(
    private readonly line: Line,
    private readonly sent: Sent,
    private readonly fault: Fault,
    private readonly options: IHttpRequestOptions,
  ) {
    this.requestId = `R${line.recorder.sent.length}`;
  }

  /** The full response once its head is there; throws as n8n does when none comes in time. */
  async response(): Promise<unknown> {
    const { clock } = this.line;
    const { delayMs, trouble } = this.fault;
    const timeoutMs = this.options.timeout as number;
    const isTooLate = delayMs >= timeoutMs;
    const judgement = this.scheduleWork();
    await clock.sleep(Math.min(delayMs, timeoutMs));
    if (isTooLate) throw this.failure('noAnswer', 'ECONNABORTED', `timeout of ${timeoutMs}ms exceeded`);
    const { answer, told } = judgement();
    if (trouble.kind === 'connection' || trouble.kind === 'unsendable') {
      throw this.failure(told[0] as Told, trouble.code, `failed with ${trouble.code}`);
    }
    return { statusCode: answer.status, headers: answer.headers, body: this.stream(answer, told, timeoutMs) };
  }

  /** Lets the service do its work at once, or when the answer is due, whether it is still waited for or not. */
  private scheduleWork(): () => Judgement {
    const { clock, service } = this.line;
    let judgement: Judgement | undefined;
    const work = () => (judgement ??= service.handle(this.sent, this.requestId, this.fault));
    if (this.fault.isLate) clock.at(clock.now() + this.fault.delayMs, work);
    else work();
    return work;
  }

  private failure(told: Told, code: string | undefined, message: string): Error {
    this.tell(this.sent.userIds.map(() => told));
    return wrapped(this.line.node, message, code);
  }

  private tell(told: readonly Told[]): void {
    if (this.sent.told !== undefined) return;
    this.sent.told = told;
    this.sent.toldAt = this.line.clock.now();
  }

  /** The body as Node hands it over: in pieces, to its end, to a break, or to a silence. */
  private stream(answer: WireAnswer, told: readonly Told[], timeoutMs: number) {
    // Who gives a body up has been told nothing more.
    const destroy = () => this.tell(this.sent.userIds.map(() => 'noAnswer'));
    return { [Symbol.asyncIterator]: () => this.read(answer, told, timeoutMs), destroy };
  }

  private async *read(answer: WireAnswer, told: readonly Told[], timeoutMs: number) {
    const { trouble, pieces } = this.fault;
    const bytes = Buffer.from(answer.body);
    const breaks = trouble.kind === 'brokenBody' || trouble.kind === 'stalledBody';
    const end = breaks ? Math.floor(bytes.length / 2) : bytes.length;
    const size = Math.max(1, Math.ceil(end / pieces));
    for (let at = 0; at < end; at += size) yield bytes.subarray(at, Math.min(at + size, end));
    if (trouble.kind === 'stalledBody') await this.line.clock.sleep(2 * timeoutMs);
    this.tell(told);
    if (trouble.kind === 'brokenBody') throw codedError('aborted', trouble.code);
    this.note(answer, told);
  }

  /** Notes what an answer says about itself, where it is one. */
  private note(answer: WireAnswer, told: readonly Told[]): void {
    if (told.includes('noAnswer')) return;
    this.sent.httpStatus = answer.status;
    if (answer.body.startsWith('{')) this.sent.requestId = this.requestId;
    const retryAfter = answer.headers['retry-after'];
    if (retryAfter !== undefined) this.sent.retryAfterMs = Number(retryAfter) * 1000;
  }
}

/** n8n wraps what its HTTP client throws, and keeps it as the cause. */
function wrapped(node: INode, message: string, code: string | undefined): Error {
  return new NodeApiError(node, codedError(message, code) as never);
}

function codedError(message: string, code: string | undefined): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
