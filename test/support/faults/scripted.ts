import type { Fault as ServiceFault } from '../emulator/faults/fault';
import type { ActionName } from './facts';
import type { Fault, Trouble } from './fault';
import { garbageOf } from './garbage';
import type { Refusal } from './refusals';
import type { SentRequest } from './request';
import { retryAfterHeaders } from './retryAfterHeaders';
import type { Script } from './script';
import type { Told } from './told';

/** What a script makes of one request. */
export interface Scripted {
  /** What goes wrong inside the service, as the emulator takes it. */
  fault: ServiceFault;
  /** What that tells about every user of the request; undefined where the answer says it of each. */
  told?: Told;
  /** How long the service asks to wait. */
  retryAfterMs?: number;
  /** Users of whom an answer says nothing. */
  leavesOut?: ReadonlySet<string>;
}

/** The users that a request names. */
export type Named = Pick<SentRequest, 'action' | 'appId' | 'userIds'>;

/** What the service is like, apart from the faults of single requests. */
export interface Character extends Pick<Script, 'operation' | 'poison' | 'idsAs'> {
  poisonous: ReadonlySet<string>;
  /** Text that every message ends in: the service likes to repeat what it should not. */
  echo: string;
  has(appId: string, userId: string): boolean;
}

/**
 * What a fault of a script is to the service. How the answer travels is for those who carry it.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function scripted({ trouble }: Fault, request: Named, character: Character, now: number): Scripted {
  const { userIds } = request;
  const { poisonous, poison } = character;
  const isPoisoned = userIds.some((id) => poisonous.has(id));
  const applyFirst = 'applies' in trouble && trouble.applies && !isPoisoned;
  switch (trouble.kind) {
    case 'none':
    case 'users':
      if (isPoisoned) return refused(poison, request, character);
      return trouble.kind === 'none' ? { fault: {} } : usersFault(trouble, request, character);
    case 'refusal': {
      const { fault, told } = refused(trouble.refusal, request, character);
      const { retryAfter } = trouble;
      const headers = retryAfter && retryAfterHeaders(retryAfter, now);
      const retryAfterMs = retryAfter && 1000 * retryAfter.seconds;
      return { fault: { ...fault, headers, applyFirst }, told, retryAfterMs };
    }
    case 'garbage': {
      const body = garbageOf(request.action, trouble.garbage, userIds);
      return { fault: { body, applyFirst }, told: 'noAnswer' };
    }
    case 'brokenPage':
      return {
        fault: { status: trouble.status, body: '<html><h1>Not allowed</h1></html>' },
        told: 'stranger',
      };
    default:
      return { fault: applyFirst ? {} : { body: '{"ResponseMetadata":{}}' }, told: toldOnTheWay(trouble) };
  }
}

function refused(
  { told, status, code, codeN: CodeN, isHtml }: Refusal,
  { action }: Named,
  character: Character,
): Scripted {
  if (isHtml) return { fault: { status, body: `<html><h1>${status} 错误</h1></html>` }, told };
  const Code = code && trueCode(code, action, character);
  const hasError = Code !== undefined || CodeN !== undefined;
  const Message = `拒绝: request refused ${character.echo}`;
  const isQuota = action === 'UserBroadcast' && Code === 'RateLimitExceeded';
  const error = hasError ? { Code, CodeN, Message } : null;
  return { fault: { status, error }, told: isQuota ? 'quotaUsedUp' : told };
}

/**
 * The code of a refusal that no ledger stands behind. That a user is missing is left to the service itself, which knows,
 * but where the user may have vanished since it was found to exist.
 */
function trueCode(code: string, action: ActionName, { operation }: Character): string {
  const isTrue = action === 'RegisterUsers' || operation === 'registerOrUpdateUsers';
  return code === 'UserNotFound' && !isTrue ? 'InvalidParam' : code;
}

/** Users that fail, or, where an action has no list of those, users of whom it says nothing. */
function usersFault(
  trouble: Extract<Trouble, { kind: 'users' }>,
  request: Named,
  character: Character,
): Scripted {
  const { action, userIds } = request;
  const isHit = (place: number) => trouble.users.some(({ at }) => at % userIds.length === place);
  if (action === 'BatchGetUser')
    return { fault: {}, leavesOut: new Set(userIds.filter((_, place) => isHit(place))) };
  const hasList = action !== 'QueryOnlineStatus' && action !== 'UserBroadcast';
  return { fault: hasList ? failedUsers(trouble, request, character) : {} };
}

/**
 * Users that are named as failed: those that are not to be changed by the service itself, the others because they are
 * refused or, where they are changed all the same, only said to be.
 */
function failedUsers(
  { users, isDoubled }: Extract<Trouble, { kind: 'users' }>,
  { action, appId, userIds }: Named,
  character: Character,
): ServiceFault {
  const { idsAs, echo, has } = character;
  const rejectUsers: NonNullable<ServiceFault['rejectUsers']> = {};
  const failedInfos: unknown[] = [];
  for (const [place, userId] of userIds.entries()) {
    const fault = users.find(({ at }) => at % userIds.length === place);
    if (fault === undefined) continue;
    const { applies } = fault;
    const [code, again] = [fault.code, fault.again].map((one) => one && trueCode(one, action, character));
    const isToBeDone = has(appId, userId) !== (action === 'RegisterUsers');
    if (isToBeDone && !applies)
      rejectUsers[userId] = { code: code as string, message: `用户 ${userId} failed ` };
    const UserId = idsAs === 'text' ? userId : BigInt(userId);
    for (const Code of [isToBeDone && applies ? code : undefined, again]) {
      if (Code !== undefined) failedInfos.push({ UserId, Code, Message: `用户 ${userId} failed ${echo}` });
    }
  }
  return { rejectUsers, failedInfos, repeatFailedInfos: isDoubled };
}

function toldOnTheWay(trouble: Trouble): Told {
  if (trouble.kind === 'unsendable') return 'unsendable';
  const isUnconnected = trouble.kind === 'connection' && trouble.error.isBefore;
  return isUnconnected ? 'noConnection' : 'noAnswer';
}
