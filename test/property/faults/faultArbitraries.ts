import fc from 'fast-check';
import { type Fault, noFault, type Trouble, type UserFault } from './fault';
import { garbage } from './garbage';
import { refusalsThatTell } from './refusals';

const userCodes: ReadonlyArray<readonly [string, UserFault['told']]> = [
  ['RateLimitExceeded', 'throttled'],
  ['FlowLimitExceeded.QPSOverLimit', 'throttled'],
  ['UpdateTooFrequent', 'throttled'],
  ['InternalError', 'transient'],
  ['InternalError.Database', 'transient'],
  ['UndefinedError', 'transient'],
  ['UserNotFound', 'refused'],
  ['InvalidParam', 'refused'],
  ['Surprise', 'refused'],
  ['toString', 'refused'],
];

const userFault: fc.Arbitrary<UserFault> = fc
  .record({ at: fc.nat({ max: 19 }), row: fc.constantFrom(...userCodes), applies: fc.boolean() })
  .map(({ at, row: [code, told], applies }) => ({
    at,
    code,
    told,
    applies: applies && told === 'transient',
  }));

const retryAfterS = fc.option(fc.constantFrom(0, 1, 3, 45, 4000), { nil: undefined, freq: 2 });

/** An answer that refuses a request; a failing service may have done its work before. */
export function refusalTrouble(...told: Parameters<typeof refusalsThatTell>): fc.Arbitrary<Trouble> {
  const refusal = fc.constantFrom(...refusalsThatTell(...told));
  return fc
    .record({ refusal, applies: fc.boolean(), retryAfterS })
    .map(({ refusal, applies, retryAfterS }): Trouble => ({
      kind: 'refusal',
      refusal,
      applies: applies && refusal.told === 'transient',
      retryAfterS,
    }));
}

const none = fc.constant<Trouble>({ kind: 'none' });

const users = fc.record({
  kind: fc.constant('users' as const),
  users: fc.array(userFault, { minLength: 1, maxLength: 8 }),
  isDoubled: fc.boolean(),
});

const broken = fc.constantFrom(
  'ECONNRESET',
  'ETIMEDOUT',
  'ECONNABORTED',
  'EPIPE',
  'ERR_BAD_RESPONSE',
  'EPROTO',
);
const unconnected = fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH');

const connection: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: fc.constant('connection' as const), code: broken, applies: fc.boolean() }),
  fc.record({ kind: fc.constant('connection' as const), code: unconnected, applies: fc.constant(false) }),
);

const body: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant('garbage' as const),
    garbage: fc.constantFrom(...Object.keys(garbage)),
    applies: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('brokenBody' as const),
    code: fc.option(broken, { nil: undefined }),
    applies: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('stalledBody' as const), applies: fc.boolean() }),
);

const unsendable: fc.Arbitrary<Trouble> = fc.record({
  kind: fc.constant('unsendable' as const),
  code: fc.constantFrom('CannotSign', undefined, 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED'),
});

/** Troubles by what is at fault. */
export const troubles = {
  none,
  users,
  throttling: refusalTrouble('throttled'),
  service: refusalTrouble('transient'),
  content: refusalTrouble('requestRefused'),
  fatal: fc.oneof({ weight: 4, arbitrary: refusalTrouble('fatal') }, unsendable),
  connection,
  body,
} satisfies Record<string, fc.Arbitrary<Trouble>>;

/** Mostly quick answers, sometimes ones that come after the timeout. */
const delayMs = fc.oneof(
  { weight: 10, arbitrary: fc.nat({ max: 300 }) },
  { weight: 1, arbitrary: fc.nat({ max: 30_000 }) },
);

/** Faults of a mixture of troubles. */
export function faultOf(weights: Partial<Record<keyof typeof troubles, number>>): fc.Arbitrary<Fault> {
  const mixture = Object.entries(weights).map(([name, weight]) => ({
    weight,
    arbitrary: troubles[name as keyof typeof troubles] as fc.Arbitrary<Trouble>,
  }));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(noFault) },
    {
      weight: 8,
      arbitrary: fc.record({
        trouble: fc.oneof(...mixture),
        delayMs,
        isLate: fc.boolean(),
        pieces: fc.constantFrom(1, 2, 40),
      }),
    },
  );
}
