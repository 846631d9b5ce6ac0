import type { EmulatorOptions, Readings } from '../../support/emulator';
import { likelyReadings } from '../../support/emulator/readings/readings';
import { answersIn, probeOf } from './testing/probed';

/** A question, by a part of it, and what the report answers where the service goes by a reading. */
type Recognised = readonly [asks: RegExp, answer: RegExp, besides?: EmulatorOptions];

/** Readings with a name for each of their values. */
type Named = { [R in keyof Readings as Readings[R] extends string ? R : never]: Readings[R] };

/** What a few test users cannot tell: the report says so. */
type Unasked = 'broadcastQuotaPer' | 'broadcastDay';

const refused = /refused as a whole \(HTTP 400, InvalidParam\)/;
const found = /In which order does BatchGetUser/;
const empty = /list with nothing in it|QueryOnlineStatus/;
const twice = /that one request of .* names twice/;
const unset = /what a user does not have/;
const offline = /QueryOnlineStatus/;
const success = /nothing to report|without Op|back at once|registered again at once|left out/;
const notRegistered = /of a user that (?:is not|was never) registered|unregistered just before/;

const named: { [R in Exclude<keyof Named, Unasked>]: Record<Named[R], readonly Recognised[]> } = {
  idsAsText: {
    refused: [[/as JSON text/, /^RegisterUsers: refused as a whole .*BatchGetUser: refused as a whole/]],
    accepted: [[/as JSON text/, /^RegisterUsers: accepted; BatchGetUser: accepted\.$/]],
  },
  userIdZero: {
    accepted: [[/Is 0 an id/, /^BatchGetUser: accepted; RegisterUsers: accepted\.$/]],
    refused: [[/Is 0 an id/, /^BatchGetUser: refused as a whole .* It was not registered\.$/]],
  },
  duplicateIds: {
    refused: [
      [twice, /^It is refused.*not registered afterwards\.\nIt is refused.*\nThe request is refused/],
    ],
    inTurn: [
      [twice, /FailedInfos \(UserHasRegistered\), and registered with the nickname "first" afterwards/],
      [twice, /\nIt is reported in FailedInfos \(UserNotFound\)\.\nTimes listed: 2\.$/],
      [twice, /^It is accepted, and .* nickname "second"/, { existingUsersAs: 'updated' }],
    ],
    once: [[twice, /^It is accepted, and .* "first" afterwards\.\nIt is accepted\.\nTimes listed: 1\.$/]],
  },
  invalidUsers: {
    refuseRequest: [
      [/invalid one between/, /^The invalid one is refused as a whole.*not.*0 of 2\.\n.*refused.*0 of 2/],
    ],
    failedInfos: [
      [
        /invalid one between/,
        /^The invalid one is reported in FailedInfos \(InvalidParam\).*2 of 2\.\n.*2 of 2/,
      ],
    ],
  },
  lengthsIn: {
    characters: [
      [/(?:nickname|portrait) of \d+ characters in/, /^(?:It is accepted; .* as it was sent\.\n?){3}$/],
    ],
    bytes: [[/(?:nickname|portrait) of \d+ characters in/, /^(?:It is refused as a whole .*\n?){3}$/]],
  },
  longTexts: {
    refused: [[/of (?:101|501) characters/, /^(?:It is refused as a whole .*\n?){3}$/]],
    accepted: [[/of (?:101|501) characters/, /^(?:It is accepted; .* as it was sent\.\n?){3}$/]],
  },
  extLimits: {
    checked: [
      [
        /Ext with (?:21|a (?:key of|value|key that starts with s:))/,
        /^(?:It is refused as a whole .*\n?){4}$/,
      ],
    ],
    unchecked: [[/Ext with/, /^(?:It is accepted; kept: Ext as it was sent\.\n?){5}$/]],
  },
  emptyTags: {
    absent: [[/with an empty list of tags/, /accepted; kept: Tags left out/]],
    refused: [[/with an empty list of tags/, refused]],
  },
  omittedOp: {
    refused: [[/without Op/, /^The request is refused as a whole .*; the tags are left out/]],
    append: [[/without Op/, /^The request is accepted; the tags are \["probe-a"\] afterwards/]],
  },
  existingUsersAs: {
    failedInfos: [
      [/registered again with another/, /FailedInfos \(UserHasRegistered\).* "first" .*: registered/],
    ],
    requestError: [
      [
        /registered again with another/,
        /refused as a whole \(HTTP 400, UserHasRegistered\).* "first" .*: not/,
      ],
    ],
    updated: [
      [/registered again with another/, /^The known one: accepted, its nickname is "second" .*: registered/],
    ],
  },
  missingUsersAs: {
    failedInfos: [[notRegistered, /^(?:.*reported in FailedInfos \(UserNotFound\)\.\n?){4}$/]],
    requestError: [[notRegistered, /^(?:.*refused as a whole \(HTTP 400, UserNotFound\)\.\n?){4}$/]],
    ignored: [[notRegistered, /^(?:.*it is accepted\.\n?){4}$/i]],
  },
  omittedOnUpdate: {
    keep: [[/members that are left out/, /Portrait kept, Tags kept, Ext kept/]],
    clear: [[/members that are left out/, /Portrait cleared, Tags cleared, Ext cleared/]],
  },
  emptyOnUpdate: {
    omitted: [[/that (?:is|are)(?: an)? empty/, /^.*Portrait kept\.\n.*Tags kept\.\n.*Ext kept\.$/]],
    cleared: [[/that (?:is|are)(?: an)? empty/, /^.*Portrait cleared\.\n.*Tags cleared\.\n.*Ext cleared\.$/]],
  },
  emptyUpdate: {
    refused: [[/an id alone\?/, refused]],
    accepted: [
      [/an id alone\?/, /accepted; NickName kept, Portrait kept, Tags kept, Ext kept/],
      [/an id alone\?/, /NickName cleared, Portrait cleared, Tags cleared/, { omittedOnUpdate: 'clear' }],
    ],
  },
  updatedTags: {
    replace: [[/some are new/, /Tags replaced/]],
    merge: [[/some are new/, /Tags merged/]],
  },
  updatedExt: {
    merge: [[/some are new/, /Ext merged/]],
    replace: [[/some are new/, /Ext replaced/]],
  },
  emptyResult: {
    object: [[success, /RegisterUsers \{\}; UnRegisterUsers \{\}/]],
    absent: [[success, /RegisterUsers left out; UnRegisterUsers left out/]],
  },
  foundIdsAs: {
    number: [[found, /ids in Users: numbers; in NotFoundUsers: numbers/]],
    text: [[found, /ids in Users: text; in NotFoundUsers: text/]],
  },
  foundOrder: {
    asAsked: [[found, /Order: as asked/]],
    reversed: [[found, /Order: reversed/]],
    byId: [[found, /Order: by id/]],
  },
  emptyLists: {
    empty: [[empty, /NotFoundUsers: \[\]; Users: \[\]\.\n.*QueryOnlineResults: \{\}/]],
    null: [[empty, /NotFoundUsers: null; Users: null\.\n.*QueryOnlineResults: null/]],
    absent: [[empty, /NotFoundUsers: left out; Users: left out\.\n.*QueryOnlineResults: left out/]],
  },
  unsetMembers: {
    required: [[unset, /NickName "", Portrait "", Tags left out, Ext \{\}, IsRobot left out/]],
    absent: [[unset, /NickName left out, Portrait left out, Tags left out, Ext left out, IsRobot left out/]],
    empty: [[unset, /NickName "", Portrait "", Tags \[\], Ext \{\}, IsRobot false/]],
    null: [[unset, /NickName null, Portrait null, Tags null, Ext null, IsRobot null/]],
  },
  offlineAs: {
    absent: [[offline, /The registered one: left out; the unknown one: left out/]],
    empty: [[offline, /The registered one: \[\]; the unknown one: \[\]; QueryOnlineResults: a map/]],
    null: [[offline, /The registered one: null; the unknown one: null; QueryOnlineResults: a map/]],
  },
  unregisteredSender: {
    accepted: [[/sender that is not registered/, /^It is accepted\.$/]],
    refused: [[/sender that is not registered/, /refused as a whole \(HTTP 400, UserNotFound\)/]],
  },
  messageContent: {
    clientForm: [[/not in the form of the clients/, refused]],
    free: [[/not in the form of the clients/, /^It is accepted\.$/]],
  },
  messageTypes: {
    any: [[/type that is not documented/, /^It is accepted\.$/]],
    documented: [[/type that is not documented/, refused]],
  },
};

/** Readings with a number, and what else a service may do. */
const others: ReadonlyArray<readonly [options: EmulatorOptions, asks: RegExp, answer: RegExp]> = [
  [
    { tagLimits: { characters: 100 } },
    /characters may a tag/,
    /^1000: refused .*; 128: refused .*; 64: accepted\.$/,
  ],
  [{ tagLimits: { count: 20 } }, /tags may a user/, /^100: refused .*; 50: refused .*; 20: accepted\.$/],
  [{ tagLimits: {} }, /may a tag|tags may/, /^1000: accepted\.\n100: accepted\.$/],
  [{ usersPerRegistration: 21 }, /21 users/, /^21 users: accepted; 21 are registered/],
  [{ usersPerRegistration: 20 }, /21 users/, /^21 users: refused .*; 20 users: accepted; 20 are registered/],
  [{ usersPerRegistration: 10 }, /21 users/, /; 20 users: refused .*; 10 users: accepted; 10 are registered/],
  [{ tagIdsPerRequest: 10 }, /many ids/, /^20: refused .*; 11: refused .*; 10: accepted\.$/],
  [{ tagIdsPerRequest: 50 }, /many ids/, /^20: accepted\.$/],
  [
    { clockAheadMs: 5 * 60_000 },
    /signature be ahead/,
    /; 6 minutes: refused \(HTTP 400, InvalidTimestamp.*; 4 minutes: accepted\.$/,
  ],
  [{ clockAheadMs: 120 * 60_000 }, /signature be ahead/, /^60 minutes: accepted\.$/],
  [{ registerAgainAfterMs: 0 }, /registered again at once/, /^At once it is accepted\.$/],
  [
    { registerAgainAfterMs: 60_000 },
    /registered again at once/,
    /^At once it is reported in FailedInfos \(UpdateTooFrequent\); after/,
  ],
  [
    { broadcastsPerDay: 0 },
    /text from a registered sender/,
    /^Unclear: request \d+: HTTP 400, RateLimitExceeded\.$/,
  ],
  [{ broadcastThrottle: { status: 429 }, broadcastsPerDay: 0 }, /text from a registered sender/, /HTTP 429/],
  [{}, /for longer than a week/, /\(HTTP 400, UserBroadcastMessageTTLMoreThanLimit\)/],
  [{ failedIdsAs: 'number' }, /ids written|registered again with/, /\nRegisterUsers as a number\.$/],
  [{ failedIdsAs: 'text' }, /ids written|registered again with/, /\nRegisterUsers as text\.$/],
  [
    { emptyFailedInfos: 'empty' },
    success,
    /RegisterUsers \{"FailedInfos":\[\]\}; UnRegisterUsers \{"FailedInfos":\[\]\}/,
  ],
  [{ emptyFailedInfos: 'null' }, success, /RegisterUsers \{"FailedInfos":null\}/],
  [{ emptyFailedInfos: 'absent' }, success, /BatchUpdateUser \{\}/],
  [{}, success, /BatchUpdateUser \{"FailedInfos":\[\]\}/],
  [
    { businessErrorStatus: 200 },
    /How is this refused: a body/,
    /^HTTP 200, JsonParsingError, no CodeN\.\nHTTP 200, InvalidParam/,
  ],
  [{ businessErrorStatus: 400 }, /How is this refused: a body/, /^HTTP 400, JsonParsingError, no CodeN\./],
  [{ businessErrorStatus: 404 }, /an app that does not exist/, /^HTTP 404, AppNotFound, no CodeN\.$/],
  [{ businessErrorStatus: 200 }, /names twice, with/, /^It is refused as a whole \(HTTP 200, InvalidParam\)/],
  [
    {},
    /refused: an? (?:unknown access|wrong secret|session token)/,
    /^HTTP 401, InvalidAccessKey, CodeN 100009\.\nHTTP 401, SignatureDoesNotMatch, CodeN 100010\.\nHTTP 401, InvalidSecretToken, CodeN 100026\.$/,
  ],
  [{}, /refused: an? (?:action|version)/, /^HTTP 404, InvalidActionOrVersion, CodeN 100008\.\nHTTP 404/],
  [{}, /ResponseMetadata/, /^Action is always that of the request; Service: sts, rtc; Region: cn-north-1\.$/],
  [{}, /a robot/, /accepted; kept: IsRobot as it was sent/],
];

async function expectAnswer(options: EmulatorOptions, asks: RegExp, answer: RegExp): Promise<void> {
  const probed = await probeOf(options, { args: ['--yes', '--broadcast'], asks });
  expect(answersIn(probed, asks)).toMatch(answer);
  // Everything was asked, and no test user is left.
  expect(probed.exitCode).toBe(0);
}

const cases = Object.entries(named).flatMap(([reading, values]) =>
  Object.entries(values).flatMap(([value, recognised]: [string, readonly Recognised[]]) =>
    recognised.map(([asks, answer, besides]) => ({ reading, value, asks, answer, besides })),
  ),
);

test.each(cases)(
  'recognises $reading: $value $besides by $answer',
  async ({ reading, value, asks, answer, besides }) => {
    await expectAnswer({ [reading]: value, ...besides }, asks, answer);
  },
);

test.each(others)('recognises %j, asked %s', async (options, asks, answer) => {
  await expectAnswer(options, asks, answer);
});

test('knows every reading of the emulator but those that few users cannot tell', () => {
  const known = [...Object.keys(named), ...others.flatMap(([options]) => Object.keys(options))];
  const unknown = Object.keys(likelyReadings).filter((reading) => !known.includes(reading));
  expect(unknown.sort()).toEqual(['broadcastDay', 'broadcastQuotaPer'] satisfies Unasked[]);
});

describe('above the limit', () => {
  const asks = /above the limit/;
  const throttled = async (options: EmulatorOptions) => answersIn(await probeOf(options, { asks }), asks);

  test.each<[string, EmulatorOptions, RegExp]>([
    [
      'nothing is refused',
      {},
      /^60 × reported in FailedInfos \(UserHasRegistered\); all answered within \d+ ms\./,
    ],
    [
      'by the gateway',
      { requestsPerSecond: { RegisterUsers: 5 } },
      /UserHasRegistered\); \d+ × refused as a whole \(HTTP 429, FlowLimitExceeded\), CodeN 100018; all/,
    ],
    [
      'with a business error and a time to wait',
      {
        requestsPerSecond: { RegisterUsers: 1 },
        throttle: { status: 200, code: 'RateLimitExceeded', retryAfter: 2 },
      },
      /\(HTTP 200, RateLimitExceeded\), Retry-After: 2; all/,
    ],
    [
      'user by user',
      {
        faults: ({ attempt, userIds: [id = ''] }) =>
          attempt > 41 ? { rejectUsers: { [id]: 'RateLimitExceeded' } } : undefined,
      },
      /40 × reported in FailedInfos \(UserHasRegistered\); 20 × reported in FailedInfos \(RateLimitExceeded\)/,
    ],
  ])('recognises the refusal %s', async (_, options, answer) => {
    expect(await throttled(options)).toMatch(answer);
  });
});
