import fc from 'fast-check';
import {
  type ConnectionError,
  type Fault,
  noFault,
  type RetryAfter,
  type Trouble,
  type UserFault,
} from './fault';
import { garbage } from './garbage';
import { refusalsThatTell } from './refusals';
import { userCodes } from './userCodes';

/** Codes for users that do not exist. */
const codes = [...userCodes].flatMap(([code, told]) => (told === 'exists' ? [] : [code]));

const userFault: fc.Arbitrary<UserFault> = fc
  .record({
    at: fc.nat({ max: 19 }),
    code: fc.constantFrom(...codes),
    again: fc.option(fc.constantFrom(...codes), { nil: undefined, freq: 3 }),
    applies: fc.boolean(),
  })
  .map((fault) => ({
    ...fault,
    applies:
      fault.applies &&
      [fault.code, fault.again ?? fault.code].every((code) => userCodes.get(code) === 'transient'),
  }));

const retryAfter: fc.Arbitrary<RetryAfter | undefined> = fc.option(
  fc.record({
    seconds: fc.constantFrom(0, 1, 3, 45, 4000),
    form: fc.constantFrom('seconds', 'imf', 'asctime', 'rfc850'),
    clockAheadMs: fc.constantFrom(0, 600_000, -600_000),
  }),
  { nil: undefined, freq: 2 },
);

/** An answer that refuses a request; a failing service may have done its work before. */
export function refusalTrouble(...told: Parameters<typeof refusalsThatTell>): fc.Arbitrary<Trouble> {
  const refusal = fc.constantFrom(...refusalsThatTell(...told));
  return fc
    .record({ refusal, applies: fc.boolean(), retryAfter })
    .map(({ refusal, applies, retryAfter }): Trouble => ({
      kind: 'refusal',
      refusal,
      applies: applies && refusal.told === 'transient',
      retryAfter,
    }));
}

const none = fc.constant<Trouble>({ kind: 'none' });

const users = fc.record({
  kind: fc.constant('users' as const),
  users: fc.array(userFault, { minLength: 1, maxLength: 8 }),
  isDoubled: fc.boolean(),
});

const brokenCodes = [
  'ECONNRESET',
  'ETIMEDOUT',
  'ECONNABORTED',
  'EPIPE',
  'ERR_BAD_RESPONSE',
  'EPROTO',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'HPE_INVALID_CONSTANT',
];
const broken = fc.constantFrom(...brokenCodes);

const failing = (code: string | undefined, message = `failed with ${code}`, syscall?: string) => ({
  ...(code !== undefined && { code }),
  ...(syscall !== undefined && { syscall }),
  message,
});

/** Failures after which the service may have seen the request. */
const afterwards: ConnectionError[] = [
  ...brokenCodes.map((code) => ({ ...failing(code), isBefore: false })),
  { ...failing('ETIMEDOUT', 'read ETIMEDOUT', 'read'), isBefore: false },
  { ...failing('EHOSTUNREACH', 'read EHOSTUNREACH', 'read'), isBefore: false },
  {
    ...failing('EPROTO', 'read EPROTO 1:SSL routines:ssl3_read_bytes:bad record mac', 'read'),
    isBefore: false,
  },
];

/** Failures before a connection stands. */
const before: ConnectionError[] = [
  ...[
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
    ...['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'EACCES', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ...['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
  ].map((code) => ({ ...failing(code), isBefore: true })),
  { ...failing('ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443', 'connect'), isBefore: true },
  { ...failing('EPERM', 'connect EPERM 192.0.2.1:443', 'connect'), isBefore: true },
  {
    ...failing('ETIMEDOUT', ''),
    errors: ['2001:db8::1', '192.0.2.1'].map((address) =>
      failing('ETIMEDOUT', `connect ETIMEDOUT ${address}:443`, 'connect'),
    ),
    isBefore: true,
  },
  {
    ...failing('EPROTO', 'write EPROTO 1:SSL routines:ssl3_get_record:wrong version number', 'write'),
    isBefore: true,
  },
  { ...failing('ECONNRESET', 'read ECONNRESET'), request: { socket: null }, isBefore: true },
  {
    ...failing('ECONNRESET', 'socket hang up'),
    request: { socket: { secureConnecting: true } },
    isBefore: true,
  },
  {
    ...failing(
      'ECONNRESET',
      'Client network socket disconnected before secure TLS connection was established',
    ),
    isBefore: true,
  },
  { ...failing(undefined, 'Proxy connection ended before receiving CONNECT response'), isBefore: true },
];

const connection: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant('connection' as const),
    error: fc.constantFrom(...afterwards),
    applies: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('connection' as const),
    error: fc.constantFrom(...before),
    applies: fc.constant(false),
  }),
  fc.record({ kind: fc.constant('hang' as const), applies: fc.boolean() }),
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
  code: fc.constantFrom('CannotSign', undefined, 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_INVALID_CHAR'),
});

/** Troubles by what is at fault. */
export const troubles = {
  none,
  users,
  throttling: refusalTrouble('requestThrottled'),
  service: refusalTrouble('transient'),
  content: refusalTrouble('requestRefused'),
  fatal: fc.oneof(
    { weight: 4, arbitrary: refusalTrouble('fatal') },
    { weight: 2, arbitrary: refusalTrouble('appFatal') },
    unsendable,
  ),
  apps: refusalTrouble('appFatal'),
  strangers: fc.oneof(
    { weight: 4, arbitrary: refusalTrouble('stranger') },
    fc.record({
      kind: fc.constant('brokenPage' as const),
      status: fc.constantFrom(302, 400, 403, 404, 407),
    }),
  ),
  connection,
  body,
} satisfies Record<string, fc.Arbitrary<Trouble>>;

/** Mostly quick answers, sometimes ones that come after the timeout. */
const delayMs = fc.oneof(
  { weight: 10, arbitrary: fc.nat({ max: 300 }) },
  { weight: 1, arbitrary: fc.nat({ max: 30_000 }) },
);

/** Mostly the body comes with the head; sometimes the two together take longer than the timeout. */
const bodyMs = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 20_000 }) },
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
        bodyMs,
      }),
    },
  );
}
