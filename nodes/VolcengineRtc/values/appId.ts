import { readInteger } from './integer';
import { quote } from './quote';
import type { Reading } from './reading';

/** IDs of RTC apps are 24 hexadecimal digits (docs 6348/74489). */
const rtcAppId = /^\s*[0-9a-f]{24}\s*$/i;

/** What to do about an ID that is missing or wrong. */
export const enterAppId =
  'Enter the integer ID of the IM app, from the RTC console under IM (https://console.volcengine.com/rtc/im/appManage)';

/** Reads the ID of an IM app, an integer. People often enter that of their RTC app, which gets a message of its own. */
export function readAppId(value: unknown): Reading {
  if (typeof value === 'string' && value.length < 100 && rtcAppId.test(value)) {
    return { problem: `${quote(value.trim())} is the ID of an RTC app`, remedy: enterAppId };
  }
  const reading = readInteger(value);
  return reading !== undefined && 'problem' in reading ? { ...reading, remedy: enterAppId } : reading;
}
