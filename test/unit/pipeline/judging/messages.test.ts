import {
  codeOf,
  describeError,
  inDoubt,
  unreachedReason,
} from '../../../../nodes/VolcengineRtc/pipeline/judging/messages';
import { type Explanation, inOneText } from '../../../../nodes/VolcengineRtc/transport/explanation';
import type { Operation } from '../../../../nodes/VolcengineRtc/operations/operation';
import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { unregisterUsers } from '../../../../nodes/VolcengineRtc/operations/unregisterUsers';
import { updateUsers } from '../../../../nodes/VolcengineRtc/operations/updateUsers';
import { subjectOf } from '../../../../nodes/VolcengineRtc/pipeline/judging/terms';
import type { Failure } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import type { Unreached } from '../../../../nodes/VolcengineRtc/transport/CircuitBreaker';
import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { ReplyInfo } from '../../../../nodes/VolcengineRtc/transport/send';

const minuteMs = 60_000;
/** The words of an error as an item has them. */
const textOf = (...error: Parameters<typeof describeError>) => inOneText(describeError(...error));
const describeMeaning = (meaning: Meaning, info: ReplyInfo = {}, code: string | undefined = 'Odd') =>
  textOf({ meaning, code, message: 'said' }, info);

test('an error without a code has that of its status', () => {
  const error = { meaning: 'transient', message: 'said' } as const;
  expect(codeOf({ ...error, code: 'Odd' }, { httpStatus: 502 })).toBe('Odd');
  expect(codeOf(error, { httpStatus: 502 })).toBe('HTTP502');
});

test('a refusal that the service names is told in its words', () => {
  const refused = { meaning: 'rejectedUser', message: 'said' } as const;
  expect(textOf({ ...refused, code: 'Odd' }, {})).toBe('Volcengine refused it with Odd: said');
  expect(textOf(refused, { httpStatus: 400 })).toBe('It was refused: said');
  expect(describeMeaning('rejectedRequest')).toBe('Volcengine refused it with Odd: said');
});

const advised: Array<[Meaning, RegExp]> = [
  [
    'throttled',
    /^The account sent more requests than its limit allows\. Run these users .*'Max Requests per Second'/,
  ],
  ['userTooFrequent', /^This user was changed too often in a short time\. /],
  ['transient', /^The service failed temporarily\. The user may have been processed\. Run this user again\./],
  ['unprocessed', /^The service did not process the request\. /],
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

const notFound = 'No user with this ID is registered in this app.';

test.each<{ operation: Operation; meaning: Meaning; words: Explanation }>([
  {
    operation: registerUsers,
    meaning: 'existingUser',
    words: {
      message: 'This user is already registered.',
      description: "If that is fine, set 'Existing Users' to 'Send to Success'.",
    },
  },
  {
    operation: unregisterUsers,
    meaning: 'missingUser',
    words: {
      message: notFound,
      description: "If that is fine, set 'Missing Users' to 'Send to Success'.",
    },
  },
  { operation: registerUsers, meaning: 'missingUser', words: { message: notFound } },
  { operation: updateUsers, meaning: 'missingUser', words: { message: notFound } },
])('$meaning of $operation.name names the option for such users, if there is one', (given) => {
  const error = { meaning: given.meaning, code: 'Odd', message: '' };
  expect(describeError(error, {}, subjectOf(given.operation))).toStrictEqual(given.words);
});

describe('where no words came', () => {
  const silent = (meaning: Meaning, code?: string, httpStatus = 400) =>
    textOf({ meaning, ...(code !== undefined && { code }), message: '' }, { httpStatus });

  test('none are put into the mouth of Volcengine', () => {
    expect(silent('rejectedRequest')).toBe('It was refused without a reason (HTTP 400).');
    expect(silent('rejectedUser', 'Odd')).toBe('Volcengine refused it with Odd and gave no reason.');
    expect(textOf({ meaning: 'rejectedUser', code: 'Odd', message: ' ' }, {})).toBe(
      'Volcengine refused it with Odd and gave no reason.',
    );
  });

  test('a request that is too large is one, whoever says so', () => {
    const tooLarge = 'The request is too large (HTTP 413). Shorten its fields.';
    expect(silent('rejectedRequest', undefined, 413)).toBe(tooLarge);
    expect(silent('rejectedRequest', 'UndefinedError', 413)).toBe(tooLarge);
  });

  test('the status is named where it alone says what is wrong', () => {
    expect(silent('noPermission', undefined, 403)).toBe(
      'The access key may not use this API. Give its user the policy RTCFullAccess, and activate the IM service in the RTC console. The answer (HTTP 403) gave no reason.',
    );
    expect(silent('throttled', undefined, 429)).toMatch(/\. The answer \(HTTP 429\) gave no reason\.$/);
    expect(silent('disabledApp', 'AppStatusException')).toBe(
      'The IM app is disabled. Enable it in the RTC console under IM.',
    );
  });

  test.each(advised)('%s says what to do, and nothing that was not said', (meaning, advice) => {
    expect(silent(meaning, 'Odd')).toMatch(advice);
    expect(silent(meaning, 'Odd')).not.toMatch(/said|undefined|HTTP|: *$/);
    expect(silent(meaning)).not.toMatch(/said|undefined|: *$/);
  });
});

test.each(advised)('%s says what to do before it says what the service said', (meaning, advice) => {
  expect(describeMeaning(meaning)).toMatch(advice);
  expect(describeMeaning(meaning)).toMatch(/\. [A-Z].*\. Volcengine said: said$|\. Volcengine said: said$/);
});

describe('of an error that stops the node', () => {
  test.each(advised)('%s: the message says what happened, the description what to do', (meaning) => {
    const { message, description } = describeError({ meaning, code: 'Odd', message: 'said' }, {});
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/said|\b(Check|Set|Run|Give|Paste|Put|Look|Enable)\b/);
    expect(description).toMatch(/^(Check|Run|Give|Paste|Put|Look|Enable).*\. Volcengine said: said$/);
  });

  test.each<Meaning>(['noAnswer', 'tooLate', 'noConnection', 'notVolcengine', 'foreignPage', 'wrongClock'])(
    '%s does so too',
    (meaning) => {
      const { message, description } = describeError({ meaning, code: 'Odd', message: 'said' }, {});
      expect(message).not.toMatch(/\b(Check|Set|then run)\b/);
      expect(description).toMatch(/^(Check|Set) .* (again|workflow again)\./);
    },
  );

  test('what cannot be sent keeps the two parts in which it came', () => {
    const error = { meaning: 'unsendable', code: 'CannotSend', message: 'No key.' } as const;
    expect(describeError({ ...error, description: 'Enter it.' }, {})).toStrictEqual({
      message: 'No key.',
      description: 'Enter it.',
    });
    expect(describeError(error, {})).toStrictEqual({ message: 'No key.' });
  });
});

test('every meaning has words of its own', () => {
  const texts = [
    ...advised.map(([meaning]) => meaning),
    'existingUser',
    'missingUser',
    'wrongClock',
    'noAnswer',
    'tooLate',
    'noConnection',
  ] as Meaning[];
  expect(new Set(texts.map((meaning) => describeMeaning(meaning))).size).toBe(texts.length);
});

test.each([
  [2, '2 minutes ahead of'],
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

test.each([
  [119_999, '120 seconds'],
  [-119_000, '119 seconds'],
  [30_400, '30 seconds'],
  [-1000, '1 second'],
  [0, '0 seconds'],
])('a clock that is off by %i ms is not blamed alone: it is off by %s', (clockAheadMs, far) => {
  expect(describeMeaning('wrongClock', { clockAheadMs })).toBe(
    `Volcengine refused the time of the request, though the clock of the machine that runs n8n is off by only ${far}. Check the clock, and whether a proxy delays requests, then run the workflow again. Volcengine said: said`,
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

test('no answer, none in time and no connection are told apart', () => {
  expect(describeMeaning('noAnswer', {}, 'ECODE')).toBe(
    'No complete answer came (ECODE: said). The user may have been processed. Check the network, then run this user again.',
  );
  expect(describeMeaning('tooLate', {}, 'ETIMEDOUT')).toBe(
    "said. The user may have been processed. Check the network, or raise 'Timeout', then run this user again.",
  );
  expect(describeMeaning('noConnection', {}, 'ECODE')).toBe(
    "There is no connection to the service (ECODE: said). Check the network, the proxy if there is one, and the credential's Endpoint, then run these users again.",
  );
});

test.each(['ETIMEDOUT', 'ECONNRESET', 'ECONNABORTED'])(
  'where the network gives up with %s, a longer Timeout is no help, and is not advised',
  (code) => {
    expect(describeMeaning('noConnection', {}, code)).not.toContain('Timeout');
    expect(describeMeaning('noAnswer', {}, code)).not.toContain('Timeout');
  },
);

test('an error of the network without words is named by its code alone', () => {
  const silent = { code: 'ECODE', message: '' };
  expect(textOf({ meaning: 'noConnection', ...silent }, {})).toMatch(/ to the service \(ECODE\)\. /);
  expect(textOf({ meaning: 'noAnswer', ...silent }, {})).toMatch(/ answer came \(ECODE\)\. /);
  expect(textOf({ meaning: 'noAnswer', message: '' }, {})).toMatch(/ answer came\. /);
});

test.each([
  ['EMFILE', /Too many files and connections are open on the machine that runs n8n\. .*ulimit -n/],
  ['ENFILE', /Too many files and connections are open on the machine that runs n8n\. .*ulimit -n/],
  ['EADDRNOTAVAIL', /The machine that runs n8n has no port or memory left/],
  ['ENOBUFS', /The machine that runs n8n has no port or memory left/],
  ['EACCES', /of the machine that runs n8n forbids the connection\. Allow it/],
  ['EPERM', /of the machine that runs n8n forbids the connection\. Allow it/],
])('%s is about the machine that runs n8n, not about the network', (code, advice) => {
  const text = describeMeaning('noConnection', {}, code);
  expect(text).toMatch(new RegExp(`^There is no connection to the service \\(${code}: said\\)\\. `));
  expect(text).toMatch(advice);
  expect(text).toMatch(/, then run these users again\.$/);
  expect(text).not.toMatch(/network|Endpoint|proxy/);
});

test('a result that counts for nothing says why', () => {
  expect(describeMeaning('invalidResult')).toBe(
    'The answer could not be understood: said. The user may have been processed. Run this user again.',
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
    expect(textOf({ meaning: 'foreignPage', message: '' }, { httpStatus: 502 })).toBe(
      `${page} The user may have been processed. ${check}`,
    );
    const failed = { meaning: 'foreignPage', code: 'InvalidReply', message: 'said' } as const;
    expect(textOf(failed, { httpStatus: 200 })).toBe(
      `The answer (HTTP 200) is not Volcengine's: said. A proxy or gateway between n8n and Volcengine may have answered. The user may have been processed. ${check}`,
    );
  });

  test.each<[meaning: Meaning, code: string | undefined]>([
    ['notVolcengine', 'NotVolcengine'],
    ['foreignPage', undefined],
    ['foreignPage', 'InvalidReply'],
  ])('that persists is why a run stops: %s %s', (meaning, code) => {
    const error = { meaning, message: 'said', ...(code !== undefined && { code }) };
    const reason = { code: 'NotVolcengine', message: page, description: check };
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
      ...describeError(error, {}),
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
    message: 'Refused. An earlier attempt may have succeeded, so the user may have been processed.',
    kind: 'unavailable',
    retryable: true,
  });
});

describe('of a broadcast', () => {
  const broadcast = { one: 'broadcast', effect: 'once' } as const;
  const describeIt = (meaning: Meaning, message = 'said') =>
    textOf({ meaning, code: 'Odd', message }, { httpStatus: 502 }, broadcast);
  const mayHaveGoneOut =
    /The broadcast may have gone out, so it was not sent again\. .*check whether it arrived before you run it again\./is;

  test.each<Meaning>(['noAnswer', 'tooLate', 'transient', 'invalidResult', 'foreignPage'])(
    '%s says that it may have gone out',
    (meaning) => expect(describeIt(meaning)).toMatch(mayHaveGoneOut),
  );

  test.each<Meaning>(['noConnection', 'notVolcengine', 'unprocessed', 'throttled'])(
    '%s does not, and says to run it again',
    (meaning) => {
      expect(describeIt(meaning)).not.toMatch(/may have/);
      expect(describeIt(meaning)).toMatch(/run (?:this broadcast|these broadcasts) again/i);
    },
  );

  test('the quota of the day says when to go on', () => {
    expect(describeIt('quotaUsedUp')).toMatch(/Send it again tomorrow\. Volcengine said: said$/);
  });

  test('a service that is not reached is told in its words', () => {
    const page: Unreached = { kind: 'failure', error: { meaning: 'notVolcengine', message: '' } };
    expect(unreachedReason(page, broadcast).description).toMatch(/then run these broadcasts again\.$/);
  });
});

test.each<Meaning>(['noAnswer', 'tooLate', 'transient', 'invalidResult', 'foreignPage'])(
  'of a read, %s leaves nothing to doubt',
  (meaning) => {
    const read = { one: 'user', effect: 'reads' } as const;
    const message = textOf({ meaning, code: 'Odd', message: 'said' }, {}, read);
    expect(message).not.toMatch(/may have been processed| {2}/);
    expect(message).toMatch(/run (?:this user|these users) again/i);
  },
);

test('a read that got no answer is told without a word on what may have been done', () => {
  const read = { one: 'user', effect: 'reads' } as const;
  expect(textOf({ meaning: 'noAnswer', code: 'Odd', message: 'said' }, {}, read)).toBe(
    'No complete answer came (Odd: said). Check the network, then run this user again.',
  );
});
