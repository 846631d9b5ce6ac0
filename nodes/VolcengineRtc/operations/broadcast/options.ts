import type { INodeProperties } from 'n8n-workflow';
import { readExtension } from '../../values/extension';
import { isGiven } from '../../values/isGiven';
import { quote } from '../../values/quote';
import type { Reading } from '../../values/reading';
import type { OptionMember } from '../operation';

const largestInteger = 2 ** 31 - 1;

/** Reads a whole number within bounds. */
function readNumber(value: unknown, least: number, most: number): Reading {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (Number.isInteger(number) && (number as number) >= least && (number as number) <= most) {
    return { json: String(number) };
  }
  return { problem: `${quote(value)} is not a whole number from ${least} to ${most}` };
}

const dayS = 86_400;

export const expiresAfter: OptionMember = {
  id: 'MsgTTL',
  field: {
    displayName: 'Expires After (Seconds)',
    name: 'expiresAfter',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 604800, numberPrecision: 0 },
    default: dayS,
    description: 'How long the message is kept for recipients that are offline',
  },
  read: (value = dayS) => readNumber(value, 1, 604_800),
};

export const inbox: OptionMember = {
  id: 'InboxType',
  field: {
    displayName: 'Inbox',
    name: 'inbox',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 0 },
    default: 0,
    description: 'Number of the inbox that the message goes to',
  },
  read: (value) => (value === undefined ? undefined : readNumber(value, 0, largestInteger)),
};

export const extension: OptionMember = {
  id: 'Ext',
  field: {
    displayName: 'Extension (JSON)',
    name: 'extension',
    type: 'json',
    default: '',
    description: 'More text to send with the message, as a JSON object of names and values',
  },
  read: (value) => (isGiven(value) ? readExtension(value) : undefined),
};

export const maxBroadcasts: INodeProperties & { default: number } = {
  displayName: 'Max Broadcasts',
  name: 'maxBroadcasts',
  type: 'number',
  typeOptions: { minValue: 1, numberPrecision: 0 },
  default: 1,
  description:
    'How many broadcasts a run may send. With more valid items, the node stops before anything is sent.',
};
