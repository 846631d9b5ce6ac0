import type { Reading } from './reading';
import { readInteger } from './integer';
import { quote } from './quote';

/** IDs of RTC apps are 24 hexadecimal digits (docs 6348/74489). */
const rtcAppId = /^\s*[0-9a-f]{24}\s*$/i;

/** Reads the ID of an IM app, an integer. People often enter that of their RTC app, which gets a message of its own. */
export function readAppId(value: unknown): Reading {
  if (typeof value === 'string' && value.length < 100 && rtcAppId.test(value)) {
    return {
      problem: `${quote(value.trim())} is the ID of an RTC app. The ID of the IM app is an integer: look it up in the RTC console under IM (https://console.volcengine.com/rtc/im/appManage)`,
    };
  }
  return readInteger(value);
}
