import { type IHttpRequestOptions, type INode, NodeApiError } from 'n8n-workflow';
import type { VirtualClock } from '../time/virtualClock';
import type { Fault, NetworkError, Trouble } from './fault';
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
  /** Which run of the node this is. */
  run(): number;
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
      run: line.run(),
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

  /** The full response once its head is there; throws as n8n does when none comes in time, or it is given up. */
  async response(): Promise<unknown> {
    const { clock } = this.line;
    const { delayMs, trouble } = this.fault;
    const timeoutMs = this.options.timeout as number;
    const givenUp = this.options.abortSignal as AbortSignal;
    givenUp.addEventListener('abort', () => this.tellAll('noAnswer', 'nowhere'));
    const judgement = this.scheduleWork();
    if (trouble.kind === 'hang') await new Promise<never>(() => {});
    await clock.sleep(Math.min(delayMs, timeoutMs));
    if (delayMs >= timeoutMs) {
      throw this.failure('noAnswer', { code: 'ECONNABORTED', message: `timeout of ${timeoutMs}ms exceeded` });
    }
    const { answer, told } = judgement();
    if (trouble.kind === 'connection') throw this.failure(told[0] as Told, trouble.error);
    if (trouble.kind === 'unsendable') {
      throw this.failure('unsendable', { code: trouble.code, message: `failed with ${trouble.code}` });
    }
    return { statusCode: answer.status, headers: answer.headers, body: this.stream(answer, told) };
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

  private failure(told: Told, error: FailedWith): Error {
    this.tellAll(told, told === 'noConnection' ? 'elsewhere' : 'nowhere');
    return wrapped(this.line.node, error);
  }

  private tellAll(told: Told, from: Sent['from']): void {
    this.tell(
      this.sent.userIds.map(() => told),
      from,
    );
  }

  private tell(told: readonly Told[], from: Sent['from']): void {
    if (this.sent.told !== undefined) return;
    this.sent.told = told;
    this.sent.from = from;
    this.sent.toldAt = this.line.clock.now();
    this.sent.toldAs = this.line.recorder.nextReply();
  }

  /** The body as Node hands it over: in pieces, to its end, to a break, or to a silence. */
  private stream(answer: WireAnswer, told: readonly Told[]) {
    // Who gives a body up has been told nothing more.
    const destroy = () => this.tellAll('noAnswer', 'nowhere');
    return { [Symbol.asyncIterator]: () => this.read(answer, told), destroy };
  }

  private async *read(answer: WireAnswer, told: readonly Told[]) {
    const { trouble, pieces, bodyMs } = this.fault;
    const bytes = Buffer.from(answer.body);
    const breaks = ['brokenBody', 'brokenPage', 'stalledBody'].includes(trouble.kind);
    const end = breaks ? Math.floor(bytes.length / 2) : bytes.length;
    const size = Math.max(1, Math.ceil(end / pieces));
    if (bodyMs > 0) await this.line.clock.sleep(bodyMs);
    for (let at = 0; at < end; at += size) yield bytes.subarray(at, Math.min(at + size, end));
    if (trouble.kind === 'stalledBody') await new Promise<never>(() => {});
    if (trouble.kind === 'brokenBody') {
      this.tellAll('noAnswer', 'nowhere');
      throw codedError({ code: trouble.code, message: 'aborted' });
    }
    if (trouble.kind === 'brokenPage') {
      if (this.sent.told === undefined) this.sent.httpStatus = answer.status;
      this.tell(told, 'elsewhere');
      throw codedError({ message: 'aborted' });
    }
    this.tell(told, hasEnvelope(answer.body) || answer.status === 429 ? 'service' : fromPage(answer.status));
    if (this.sent.told === told) this.sent.isAccepted = isAccepted(this.sent, trouble);
    this.note(answer, told);
  }

  /** Notes what an answer says about itself, where it is one. */
  private note(answer: WireAnswer, told: readonly Told[]): void {
    if (told.includes('noAnswer') || this.sent.told !== told) return;
    this.sent.httpStatus = answer.status;
    if (answer.body.startsWith('{')) this.sent.requestId = this.requestId;
    if (this.fault.trouble.kind !== 'refusal') return;
    const { retryAfter } = this.fault.trouble;
    if (retryAfter !== undefined) this.sent.retryAfterMs = retryAfter.seconds * 1000;
  }
}

/** Whether the service took a request: it neither throttled it nor failed, and what it said can be understood. */
function isAccepted({ from, told = [] }: Sent, trouble: Trouble): boolean {
  if (from !== 'service' || trouble.kind === 'garbage') return false;
  return (
    trouble.kind !== 'refusal' || !['requestThrottled', 'transient', 'stranger'].includes(told[0] as string)
  );
}

/** An answer is the service's if it has the envelope of one, whatever else is in it. */
function hasEnvelope(body: string): boolean {
  try {
    const metadata = (JSON.parse(body.replace(/^\uFEFF/, '')) as { ResponseMetadata?: unknown } | null)
      ?.ResponseMetadata;
    return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
  } catch {
    return false;
  }
}

/** A page that says that the request is too large says nothing of where it came from. */
function fromPage(status: number): Sent['from'] {
  return status === 413 ? 'service' : 'elsewhere';
}

/** n8n wraps what its HTTP client throws, and keeps it as the cause. */
function wrapped(node: INode, error: FailedWith): Error {
  return new NodeApiError(node, codedError(error) as never);
}

type FailedWith = NetworkError & { errors?: NetworkError[] };

function codedError({ message, errors, ...more }: FailedWith): Error {
  return Object.assign(new Error(message), more, errors && { errors: errors.map(codedError) });
}
