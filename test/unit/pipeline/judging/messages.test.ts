import {
  codeOf,
  describeError,
  inDoubt,
  unreachedReason,
} from '../../../../nodes/VolcengineRtc/pipeline/judging/messages';
import type { Failure } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { ReplyInfo } from '../../../../nodes/VolcengineRtc/transport/send';

const minuteMs = 60_000;
const describeMeaning = (meaning: Meaning, info: ReplyInfo = {}, code: string | undefined = 'Odd') =>
  describeError({ meaning, code, message: 'said' }, info);

test('an error without a code has that of its status', () => {
  const error = { meaning: 'transient', message: 'said' } as const;
  expect(codeOf({ ...error, code: 'Odd' }, { httpStatus: 502 })).toBe('Odd');
  expect(codeOf(error, { httpStatus: 502 })).toBe('HTTP502');
});

test('a refusal that the service names is told in its words', () => {
  const refused = { meaning: 'rejectedUser', message: 'said' } as const;
  expect(describeError({ ...refused, code: 'Odd' }, {})).toBe('Volcengine refused it with Odd: said');
  expect(describeError(refused, { httpStatus: 400 })).toBe('It was refused: said');
  expect(describeMeaning('rejectedRequest')).toBe('Volcengine refused it with Odd: said');
});

const advised: Array<[Meaning, RegExp]> = [
  ['throttled', /^The account sent more requests than its limit allows\. .*Max Requests per Second/],
  ['userTooFrequent', /^This user was changed too often in a short time\. /],
  ['transient', /^The service failed for the moment; whether the user was processed is not known\. /],
  ['unprocessed', /^The service did not take the request\. /],
  ['existingUser', /^A user with this id is registered already\. .*Existing Users/],
  ['unknownKey', /^Volcengine does not know this Access Key ID\. Check it in the credential/],
  ['wrongSecret', /^The Secret Access Key does not belong to this Access Key ID\. /],
  ['wrongScope', /Check Region and Endpoint in the credential, then the keys\./],
  ['wrongToken', /^The Session Token is wrong or has expired\. /],
  ['noPermission', /^The access key may not use this API\. .*RTCFullAccess/],
  ['noSuchApi', /^The address does not offer this API\. Check the Endpoint and the Region/],
  ['unknownApp', /^There is no IM app with this App ID\. /],
  ['disabledApp', /^The IM app is disabled\. Enable it/],
  ['foreignApp', /^The app belongs to another account, or the access key may not use it\. /],
];

test.each(advised)('%s says what to do before it says what the service said', (meaning, advice) => {
  expect(describeMeaning(meaning)).toMatch(advice);
  expect(describeMeaning(meaning)).toMatch(/\. [A-Z].*\. Volcengine said: said$|\. Volcengine said: said$/);
});

test('every meaning has words of its own', () => {
  const texts = [
    ...advised.map(([meaning]) => meaning),
    'wrongClock',
    'noAnswer',
    'noConnection',
  ] as Meaning[];
  expect(new Set(texts.map((meaning) => describeMeaning(meaning))).size).toBe(texts.length);
});

test.each([
  [16, '16 minutes ahead of'],
  [-119, '119 minutes behind'],
  [-120, '2 hours behind'],
  [150, '3 hours ahead of'],
  [48 * 60 - 1, '48 hours ahead of'],
  [-48 * 60, '2 days behind'],
  [60 * 60, '3 days ahead of'],
])('a clock that is off by %i minutes is %s the right one', (minutes, far) => {
  expect(describeMeaning('wrongClock', { clockAheadMs: minutes * minuteMs })).toBe(
    `The clock of the machine that runs n8n is ${far} Volcengine's. Set it and run the workflow again. Volcengine said: said`,
  );
});

test('a clock that is off by nobody knows how much is off by more than a quarter of an hour', () => {
  expect(describeMeaning('wrongClock')).toBe(
    'The clock of the machine that runs n8n is off by more than 15 minutes. Set it and run the workflow again. Volcengine said: said',
  );
});

test('how far the clock is off matters to no other error', () => {
  const info = { clockAheadMs: 60 * minuteMs };
  expect(describeMeaning('unknownKey', info)).toBe(describeMeaning('unknownKey'));
});

test('no answer and no connection are told apart', () => {
  expect(describeMeaning('noAnswer', {}, 'ECODE')).toBe(
    'No answer came (ECODE: said). Whether the user was processed is not known. Check the network, then run this user again.',
  );
  expect(describeMeaning('noConnection', {}, 'ECODE')).toBe(
    "There is no connection to the service (ECODE: said). Check the network and the credential's Endpoint, then run this user again.",
  );
});

test('a result that counts for nothing says why', () => {
  expect(describeMeaning('invalidResult')).toBe(
    'The answer could not be understood: said. Whether the user was processed is not known. Run this user again.',
  );
});

test('a request that cannot be sent says why, and nothing else', () => {
  expect(describeMeaning('unsendable')).toBe('said');
});

describe('an answer of something between n8n and Volcengine', () => {
  const check =
    "Check the credential's Endpoint, and the proxy or firewall between n8n and Volcengine, then run these users again.";

  test.each<[info: ReplyInfo, stranger: string]>([
    [{ httpStatus: 403 }, 'a proxy or gateway between n8n and Volcengine did (HTTP 403)'],
    [
      { httpStatus: 302, redirectHost: 'login.example.com' },
      'a proxy or gateway between n8n and Volcengine did (HTTP 302, with a redirect to login.example.com)',
    ],
    [
      { httpStatus: 407, proxyHost: 'squid.example.com' },
      'the proxy squid.example.com between n8n and Volcengine did (HTTP 407)',
    ],
    [
      { httpStatus: 302, proxyHost: 'squid', redirectHost: 'login.example.com' },
      'the proxy squid between n8n and Volcengine did (HTTP 302, with a redirect to login.example.com)',
    ],
  ])('says who answered, as far as %j says', (info, stranger) => {
    expect(describeMeaning('notVolcengine', info)).toBe(
      `Volcengine did not answer, but ${stranger}. ${check}`,
    );
  });

  const page = 'Volcengine did not answer, but a proxy or gateway between n8n and Volcengine did (HTTP 502).';

  test('that may have passed the request on leaves the fate open', () => {
    const failed = { meaning: 'foreignPage', message: 'said' } as const;
    expect(describeError(failed, { httpStatus: 502 })).toBe(
      `${page} Whether the user was processed is not known. ${check}`,
    );
    expect(describeError({ ...failed, code: 'InvalidReply' }, { httpStatus: 200 })).toBe(
      `The answer (HTTP 200) is not Volcengine's: said. A proxy or gateway between n8n and Volcengine may have answered. Whether the user was processed is not known. ${check}`,
    );
  });

  test.each<[meaning: Meaning, code: string | undefined]>([
    ['notVolcengine', 'NotVolcengine'],
    ['foreignPage', undefined],
    ['foreignPage', 'InvalidReply'],
  ])('that persists is why a run stops: %s %s', (meaning, code) => {
    const error = { meaning, message: 'said', ...(code !== undefined && { code }) };
    const reason = { code: 'NotVolcengine', message: `${page} ${check}` };
    expect(unreachedReason({ kind: 'failure', httpStatus: 502, error })).toStrictEqual({
      ...reason,
      httpStatus: 502,
    });
    expect(unreachedReason({ kind: 'failure', error })).not.toHaveProperty('httpStatus');
  });

  test('is no reason where none answered: no connection stands', () => {
    const error = { meaning: 'noConnection', code: 'ECODE', message: 'said' } as const;
    expect(unreachedReason({ kind: 'failure', error })).toStrictEqual({
      code: 'NoConnection',
      message: describeError(error, {}),
    });
  });
});

test('a failure after a request that may have been carried out may be none', () => {
  const failure: Failure = {
    userId: '1',
    code: 'Odd',
    message: 'Refused.',
    kind: 'rejected',
    retryable: false,
    attempts: 2,
    httpStatus: 400,
  };
  expect(inDoubt(failure)).toStrictEqual({
    ...failure,
    message:
      'Refused. An earlier attempt may have succeeded, so the user may have been processed all the same.',
    kind: 'unavailable',
    retryable: true,
  });
});
