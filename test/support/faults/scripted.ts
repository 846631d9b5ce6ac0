import type { Fault as ServiceFault } from '../emulator/faults/fault';
import type { Fault, Trouble } from './fault';
import { garbage } from './garbage';
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
}

/** The users that a request names. */
export type Named = Pick<SentRequest, 'appId' | 'userIds'>;

/** What the service is like, apart from the faults of single requests. */
export interface Character extends Pick<Script, 'poison' | 'idsAs'> {
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
  const { poisonous, poison, echo } = character;
  const isPoisoned = userIds.some((id) => poisonous.has(id));
  const applyFirst = 'applies' in trouble && trouble.applies && !isPoisoned;
  switch (trouble.kind) {
    case 'none':
    case 'users':
      if (isPoisoned) return refused(poison, echo);
      return { fault: trouble.kind === 'none' ? {} : usersFault(trouble, request, character) };
    case 'refusal': {
      const { fault, told } = refused(trouble.refusal, echo);
      const { retryAfter } = trouble;
      const headers = retryAfter && retryAfterHeaders(retryAfter, now);
      const retryAfterMs = retryAfter && 1000 * retryAfter.seconds;
      return { fault: { ...fault, headers, applyFirst }, told, retryAfterMs };
    }
    case 'garbage': {
      const body = (garbage[trouble.garbage] as (ids: readonly string[]) => string)(userIds);
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

function refused({ told, status, code: Code, codeN: CodeN, isHtml }: Refusal, echo: string): Scripted {
  if (isHtml) return { fault: { status, body: `<html><h1>${status} 错误</h1></html>` }, told };
  const hasError = Code !== undefined || CodeN !== undefined;
  const error = hasError ? { Code, CodeN, Message: `拒绝: request refused ${echo}` } : null;
  return { fault: { status, error }, told };
}

/**
 * Users that are named as failed: those that are registered already by the service itself, the others because they are
 * refused or, where they are registered all the same, only said to be.
 */
function usersFault(
  { users, isDoubled }: Extract<Trouble, { kind: 'users' }>,
  { appId, userIds }: Named,
  { idsAs, echo, has }: Character,
): ServiceFault {
  const rejectUsers: NonNullable<ServiceFault['rejectUsers']> = {};
  const failedInfos: unknown[] = [];
  for (const [place, userId] of userIds.entries()) {
    const fault = users.find(({ at }) => at % userIds.length === place);
    if (fault === undefined) continue;
    const { code, again, applies } = fault;
    const isNew = !has(appId, userId);
    if (isNew && !applies) rejectUsers[userId] = { code, message: `用户 ${userId} failed ` };
    const UserId = idsAs === 'text' ? userId : BigInt(userId);
    for (const Code of [isNew && applies ? code : undefined, again]) {
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
