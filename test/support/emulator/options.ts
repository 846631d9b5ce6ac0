import { sampleAccount, type Account } from './account';
import type { Faults, Rejection } from './faults/fault';
import type { RequestsPerSecond } from './rate/requestRate';
import { likelyReadings, type Readings } from './readings/readings';
import type { FailedInfosStyle } from './rendering/failedInfos';

/** How a request beyond the rate or the quota of a day is refused. */
export interface Throttle {
  /** HTTP status; without it the documented one of the code (429 for `FlowLimitExceeded`). */
  status?: number;
  /** Default `FlowLimitExceeded` beyond the rate, `RateLimitExceeded` beyond the quota. */
  code?: string;
  message?: string;
  /** Value of a Retry-After header: seconds or an HTTP date. */
  retryAfter?: string | number;
}

/** How an emulator behaves; everything has a default. `FailedInfos` look as each action's page has them by default. */
export interface EmulatorOptions extends Partial<FailedInfosStyle>, Partial<Readings> {
  /** Serve over TLS with a certificate of its own. */
  https?: boolean;
  /** Port on 127.0.0.1; a free one by default. */
  port?: number;
  /** Default: `sampleAccount` alone. */
  accounts?: Account[];
  /** Service that the scope of RTC requests must name; default `rtc`. */
  service?: string;
  /** Regions that the scope of RTC requests may name; default `cn-north-1` alone. */
  regions?: readonly string[];
  /** HTTP status of IM business errors for a whole request, which is not documented; default 400. */
  businessErrorStatus?: number;
  /** Users that always land in `FailedInfos`, by id, and are left as they are. */
  rejectUsers?: Record<string, Rejection>;
  /** Text that each message about a user ends in: what a service may repeat of a request; none by default. */
  messagesEndIn?: string;
  /**
   * Requests in any window of one second, per account and action; unlimited by default. One number for all actions,
   * `documented` for what the page of each allows (50 or 100), or numbers by action.
   */
  requestsPerSecond?: RequestsPerSecond;
  throttle?: Throttle;
  /** How a broadcast beyond the day's quota is refused; its status is `businessErrorStatus` by default. */
  broadcastThrottle?: Throttle;
  /** Milliseconds from the arrival of a request to its answer. The action is carried out on arrival. */
  latencyMs?: number | (() => number);
  faults?: Faults;
  /** Keep headers and bodies in the log of arrivals; default true. */
  keepBodies?: boolean;
  /** Monotonic milliseconds, for the rate and the log. */
  now?: () => number;
  /** The wall clock, for checking X-Date and for the Date header. */
  date?: () => Date;
}

/** Members without a default. */
type Optional =
  | 'https'
  | 'port'
  | 'throttle'
  | 'broadcastThrottle'
  | 'requestsPerSecond'
  | 'faults'
  | 'latencyMs'
  | keyof FailedInfosStyle;

/** Options with every default filled in. */
export type Settings = EmulatorOptions & Required<Omit<EmulatorOptions, Optional>>;

/** Fills in the defaults, also where an option is given as undefined. */
export function withDefaults(options: EmulatorOptions): Settings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    ...likelyReadings,
    accounts: [sampleAccount],
    service: 'rtc',
    regions: ['cn-north-1'],
    businessErrorStatus: 400,
    rejectUsers: {},
    messagesEndIn: '',
    keepBodies: true,
    now: () => performance.now(),
    date: () => new Date(),
    ...(given as EmulatorOptions),
  };
}
