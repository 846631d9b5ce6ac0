import type { FaultScript } from '../faults/faultScript';
import type { Settings } from '../options';
import type { DailyQuota } from '../rate/dailyQuota';
import type { RequestRate } from '../rate/requestRate';
import type { Arrival } from './arrivals';
import type { Ledger } from './ledger';

/** Everything one emulator knows; nothing is shared between emulators. */
export interface EmulatorState {
  settings: Settings;
  ledger: Ledger;
  arrivals: Arrival[];
  faults: FaultScript;
  rate: RequestRate;
  /** Of broadcasts. */
  quota: DailyQuota;
}
