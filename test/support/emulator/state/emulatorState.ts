import { withDefaults, type EmulatorOptions, type Settings } from '../options';
import { DailyQuota } from '../rate/dailyQuota';
import { RequestRate } from '../rate/requestRate';
import type { Arrival } from './arrivals';
import { Ledger } from './ledger';

/** Everything one emulator knows; nothing is shared between emulators. */
export interface EmulatorState {
  settings: Settings;
  ledger: Ledger;
  arrivals: Arrival[];
  rate: RequestRate;
  /** Of broadcasts. */
  quota: DailyQuota;
}

/**
 * An emulator before its first request.
 * @throws RangeError for a rate that is not a whole number of at least 1, or a quota that is not one of at least 0.
 */
export function newState(options: EmulatorOptions): EmulatorState {
  const settings = withDefaults(options);
  return {
    // A list of its own, so that changing an emulator's accounts leaves the caller's list alone.
    settings: { ...settings, accounts: [...settings.accounts] },
    ledger: new Ledger(),
    arrivals: [],
    rate: new RequestRate(options.requestsPerSecond),
    quota: new DailyQuota(settings.broadcastsPerDay, settings.broadcastDay),
  };
}
