import type { INodeProperties } from 'n8n-workflow';
import { readInteger } from '../../values/integer';
import { isGiven } from '../../values/isGiven';
import { readMessageContent, readMessageText } from '../../values/message';
import { quote } from '../../values/quote';
import type { Reading } from '../../values/reading';
import { readTags } from '../../values/tags';
import { memberOf, type RequestMember } from '../requestMember';

export const sender = memberOf(
  'Sender',
  {
    displayName: 'Sender',
    name: 'sender',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. 10001',
    description: 'Integer ID of the user who sends the message',
  },
  readInteger,
);

const to: INodeProperties = {
  displayName: 'Recipients',
  name: 'recipients',
  type: 'options',
  options: [
    { name: 'Users With Tags', value: 'tags', description: 'Registered users that have some tags' },
    { name: 'All Users', value: 'all', description: 'All registered users of the app' },
  ],
  default: 'tags',
  description: 'Who receives the message',
};

const withTags = { show: { recipients: ['tags'] } };

const tagsOfRecipients: INodeProperties = {
  displayName: 'Tags',
  name: 'tags',
  type: 'string',
  default: '',
  required: true,
  displayOptions: withTags,
  placeholder: 'e.g. vip, beta',
  description:
    'Tags separated by commas, or a list from an expression. A broadcast whose tags come out empty is not sent.',
};

const match: INodeProperties = {
  displayName: 'Tag Match',
  name: 'tagMatch',
  type: 'options',
  options: [
    { name: 'Any of the Tags', value: 'any' },
    { name: 'All of the Tags', value: 'all' },
  ],
  default: 'any',
  displayOptions: withTags,
  description: 'Whether recipients need any of the tags or all of them',
};

const noRecipients =
  "there is no tag, so nobody would receive it. Give a tag, or set 'Recipients' to 'All Users'";

/** Left out to reach everybody; an empty list is never sent, as it might mean the same. */
export const recipients: RequestMember = {
  id: 'Tags',
  displayName: 'Tags',
  fields: [to, tagsOfRecipients],
  isOptional: true,
  read: ([whom, tags]) => {
    if (whom === 'all') return undefined;
    if (whom !== 'tags') return oneOf("'Recipients'", whom, '"tags" or "all"');
    const reading = isGiven(tags) ? readTags(tags) : undefined;
    return reading ?? { problem: noRecipients, code: 'NoRecipients' };
  },
};

export const tagMatch: RequestMember = {
  id: 'TagOp',
  displayName: 'Tag Match',
  fields: [to, match],
  isOptional: true,
  read: ([whom, how]) => {
    if (whom !== 'tags') return undefined;
    if (how === 'any') return { json: '0' };
    return how === 'all' ? { json: '1' } : oneOf("'Tag Match'", how, '"any" or "all"');
  },
};

const kind: INodeProperties = {
  displayName: 'Message Type',
  name: 'messageType',
  type: 'options',
  options: [
    { name: 'Custom', value: 'custom', description: 'JSON in a form that your app reads (10012)' },
    { name: 'Other', value: 'other', description: 'Another type, by its number' },
    { name: 'Text', value: 'text', description: 'Plain text (10001)' },
  ],
  default: 'text',
  description: 'Type of the message',
};

const typeCode: INodeProperties = {
  displayName: 'Message Type Code',
  name: 'messageTypeCode',
  type: 'string',
  default: '',
  required: true,
  displayOptions: { show: { messageType: ['other'] } },
  placeholder: 'e.g. 10003',
  description:
    'Number of the message type: 10003 image, 10004 video, 10005 file, 10006 audio, or one of your own',
};

const largestTypeCode = 2 ** 31 - 1;

/** @see https://www.volcengine.com/docs/6348/192711 */
export const messageType: RequestMember = {
  id: 'MsgType',
  displayName: 'Message Type',
  fields: [kind, typeCode],
  read: ([given, code]) => {
    if (given === 'text') return { json: '10001' };
    if (given === 'custom') return { json: '10012' };
    return given === 'other' ? readTypeCode(code) : oneOf('it', given, '"text", "custom" or "other"');
  },
};

function readTypeCode(code: unknown): Reading {
  const reading = isGiven(code) ? readInteger(code) : undefined;
  const number = reading !== undefined && 'json' in reading ? Number(reading.json) : 0;
  if (number >= 1 && number <= largestTypeCode) return reading;
  return {
    problem: `${quote(code)} is not a message type: give a whole number from 1 to ${largestTypeCode}`,
  };
}

const text: INodeProperties = {
  displayName: 'Text',
  name: 'text',
  type: 'string',
  typeOptions: { rows: 3 },
  default: '',
  required: true,
  displayOptions: { show: { messageType: ['text'] } },
  placeholder: 'e.g. The shop opens at nine',
  description: 'Text that the recipients read',
};

const json: INodeProperties = {
  displayName: 'Content (JSON)',
  name: 'content',
  type: 'json',
  default: '{}',
  required: true,
  displayOptions: { show: { messageType: ['custom', 'other'] } },
  description: 'Content of the message as JSON, in the form that your app reads',
};

/** @see https://www.volcengine.com/docs/6348/372181 */
export const content: RequestMember = {
  id: 'Content',
  displayName: 'Content',
  fields: [kind, text, json],
  read: ([given, words, value]) => (given === 'text' ? readMessageText(words) : readMessageContent(value)),
};

function oneOf(what: string, given: unknown, choices: string): { problem: string } {
  return { problem: `${what} must be ${choices}, and is ${quote(given)}` };
}
