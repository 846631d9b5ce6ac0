import type { Answer } from '../emulator/judging/answer';
import type { Telling } from './Recorder';
import type { Scripted } from './scripted';
import type { SentRequest } from './request';
import { toldByAnswer } from './toldByAnswer';

/** What a request tells its sender whose answer arrives whole. */
export function telling(
  { status, body }: Pick<Answer, 'status' | 'body'>,
  requestId: string,
  request: Pick<SentRequest, 'action' | 'userIds'>,
  scripted: Scripted,
): Telling {
  const text = body.toString();
  const { told } = scripted;
  // A page that says that the request is too large, or that too many come, says nothing of where it came from.
  const isFromService = told === undefined || hasEnvelope(text) || status === 429 || status === 413;
  return {
    ...(told === undefined ? toldByAnswer(text, request) : { told: request.userIds.map(() => told) }),
    from: isFromService ? 'service' : 'elsewhere',
    isAccepted: isFromService && isAccepted(scripted),
    ...(told !== 'noAnswer' && {
      httpStatus: status,
      requestId: text.startsWith('{') ? requestId : undefined,
      retryAfterMs: scripted.retryAfterMs,
    }),
  };
}

/** Whether the service took a request: it neither throttled it nor failed, and what it said can be understood. */
function isAccepted({ told }: Scripted): boolean {
  return told === undefined || ['requestRefused', 'fatal', 'appFatal', 'quotaUsedUp'].includes(told);
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
