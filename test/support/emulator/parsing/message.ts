import type { Readings } from '../readings/readings';
import type { Message, Recipients } from '../state/broadcast';
import {
  appIdRule,
  fieldProblem,
  integerRule,
  isIntegerWithin,
  nonEmptyTextRule,
  textMapRule,
  type Rule,
} from './fields';
import { integerDigits, isObject } from './jsonBody';
import { contentProblem } from './messageContent';
import { idDigits } from './named';
import { tagsRule, userIdRule } from './userFields';

/** A week, in seconds. */
export const maxMsgTtl = 604_800;

const maxInt32 = 2147483647;
const maxInt64 = 9223372036854775807n;

/** Source: https://www.volcengine.com/docs/6348/192711 */
const documentedTypes = [10001, 10003, 10004, 10005, 10006, 10012];

const required = ['AppId', 'Sender', 'MsgTTL', 'MsgType', 'Content'];

/** A broadcast that a request asks for. */
export interface MessageRequest {
  message: Message;
  to: Recipients;
  /** Whether it shall be kept for longer than a message may be, for which there is a code of its own. */
  isKeptTooLong: boolean;
}

/**
 * Reads the body of UserBroadcast.
 * Source: https://www.volcengine.com/docs/6348/1125997
 * @returns the broadcast, or the first problem with it, naming the field.
 */
export function readMessage(body: unknown, readings: Readings): MessageRequest | string {
  const problem = fieldProblem(body, rulesOf(readings), required);
  if (problem !== undefined) return problem;
  const { Sender, InboxType, MsgType, MsgTTL, Content, Ext, Tags, TagOp } = body as Record<string, unknown>;
  const type = Number(integerDigits(MsgType));
  const wrong =
    readings.messageContent === 'clientForm' ? contentProblem(type, Content as string) : undefined;
  if (wrong !== undefined) return `Content ${wrong}`;
  const ttl = integerDigits(MsgTTL);
  const tags = Tags as string[] | undefined;
  return {
    message: {
      Sender: idDigits(Sender)!,
      InboxType: Number(integerDigits(InboxType) ?? 0),
      MsgType: type,
      MsgTTL: Number(ttl),
      Content: Content as string,
      ...(isObject(Ext) && { Ext: Ext as Record<string, string> }),
    },
    to: { match: integerDigits(TagOp) === '1' ? 'all' : 'any', ...(tags?.length && { tags }) },
    isKeptTooLong: !isIntegerWithin(ttl, 1, maxMsgTtl),
  };
}

function rulesOf(readings: Readings): Record<string, Rule> {
  const isDocumented = (type: unknown) => documentedTypes.includes(Number(integerDigits(type)));
  const anyType = integerRule(1, maxInt32);
  const documentedType: Rule = (type) =>
    isDocumented(type) ? undefined : `must be one of ${documentedTypes.join(', ')}`;
  return {
    AppId: appIdRule,
    InboxType: integerRule(0, maxInt32),
    Sender: userIdRule(readings),
    MsgTTL: integerRule(1, maxInt64),
    MsgType: readings.messageTypes === 'any' ? anyType : documentedType,
    Content: nonEmptyTextRule,
    TagOp: integerRule(0, 1),
    Tags: tagsRule(readings),
    Ext: textMapRule,
  };
}
