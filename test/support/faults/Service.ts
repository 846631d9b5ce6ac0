import type { Fault, RetryAfter, Trouble, UserFault } from './fault';
import { garbage } from './garbage';
import type { MemoryLedger } from './MemoryLedger';
import type { Refusal } from './refusals';
import { type FailedInfo, renderRefusal, renderResult, type Style, type WireAnswer } from './render';
import type { ModelRequest } from './request';
import type { Told } from './told';

/** What the service is like, apart from the faults of single requests. */
export interface Character extends Style {
  /** A request with any of these users in it is refused whole. */
  poisonous: ReadonlySet<string>;
  poison: Refusal;
  /** Where a user that exists is named: among the failed, or as the reason to refuse the whole request. */
  existingAs: 'failedInfos' | 'requestError';
}

/** What the service does with a request: its answer, and what that tells about each user. */
export interface Judgement {
  answer: WireAnswer;
  told: Told[];
}

/** The service: registers users, unless something is in the way. */
export class Service {
  constructor(
    private readonly ledger: MemoryLedger,
    private readonly character: Character,
    /** The wall clock of the sender, milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** Does the work of a request, as far as its fault lets it, and answers. */
  handle(request: ModelRequest, requestId: string, { trouble }: Fault): Judgement {
    switch (trouble.kind) {
      case 'refusal': {
        if (trouble.applies) this.work(request, requestId, []);
        const { refusal, retryAfter } = trouble;
        return this.refuse(request, requestId, refusal, retryAfter);
      }
      case 'garbage': {
        if (trouble.applies) this.work(request, requestId, []);
        const body = (garbage[trouble.garbage] as (ids: readonly string[]) => string)(request.userIds);
        return { answer: { status: 200, headers: {}, body }, told: request.userIds.map(() => 'noAnswer') };
      }
      case 'brokenPage': {
        const answer = { status: trouble.status, headers: {}, body: '<html><h1>Not allowed</h1></html>' };
        return { answer, told: request.userIds.map(() => 'stranger') };
      }
      case 'users':
        return this.work(request, requestId, trouble.users, trouble.isDoubled);
      case 'none':
        return this.work(request, requestId, []);
      default: {
        const { answer } = applies(trouble)
          ? this.work(request, requestId, [])
          : { answer: { status: 200, headers: {}, body: '{"ResponseMetadata":{}}' } };
        return { answer, told: request.userIds.map(() => tells(trouble)) };
      }
    }
  }

  private work(
    { appId, userIds }: ModelRequest,
    requestId: string,
    faults: Extract<Trouble, { kind: 'users' }>['users'],
    isDoubled = false,
  ): Judgement {
    const { poisonous, poison, existingAs } = this.character;
    const request = { appId, userIds, users: [] };
    if (userIds.some((id) => poisonous.has(id))) return this.refuse(request, requestId, poison);
    if (existingAs === 'requestError' && userIds.some((id) => this.ledger.has(appId, id))) {
      return this.refuseExisting(request, requestId);
    }
    const failed: FailedInfo[] = [];
    const told = userIds.map((userId, place): Told => {
      const fault = faults.find(({ at }) => at % userIds.length === place);
      const exists = this.ledger.has(appId, userId);
      if (!exists && (fault === undefined || fault.applies)) this.ledger.register(appId, userId);
      if (fault === undefined && !exists) return 'accepted';
      const first: UserFault | { code: string; told: Told } = exists
        ? { code: 'UserHasRegistered', told: 'exists' }
        : (fault as UserFault);
      const named = [first, ...(fault?.again === undefined ? [] : [fault.again])];
      named.forEach(({ code }) => failed.push({ userId, code }));
      return fromWorstToBest.find((one) => named.some(({ told }) => told === one)) as Told;
    });
    const infos = isDoubled ? [...failed, ...failed] : failed;
    return {
      answer: { status: 200, headers: {}, body: renderResult(requestId, infos, this.character) },
      told,
    };
  }

  /** A refusal for existing users is about the user only where it is alone. */
  private refuseExisting(request: ModelRequest, requestId: string): Judgement {
    const refusal: Refusal = { told: 'requestRefused', status: 400, code: 'UserHasRegistered' };
    const judgement = this.refuse(request, requestId, refusal);
    return request.userIds.length === 1 ? { ...judgement, told: ['exists'] } : judgement;
  }

  private refuse(
    request: ModelRequest,
    requestId: string,
    refusal: Refusal,
    retryAfter?: RetryAfter,
  ): Judgement {
    const answer = renderRefusal(requestId, refusal, this.character, retryAfter, this.now());
    return { answer, told: request.userIds.map(() => refusal.told) };
  }
}

function applies(trouble: Trouble): boolean {
  return 'applies' in trouble && trouble.applies;
}

/** Of two things that a result tells about one user, the worse holds. */
const fromWorstToBest: readonly Told[] = ['refused', 'transient', 'throttled', 'exists'];

function tells(trouble: Trouble): Told {
  if (trouble.kind === 'unsendable') return 'unsendable';
  const isUnconnected = trouble.kind === 'connection' && trouble.error.isBefore;
  return isUnconnected ? 'noConnection' : 'noAnswer';
}
