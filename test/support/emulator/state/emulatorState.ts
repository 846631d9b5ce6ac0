import type { FaultScript } from '../faults/faultScript';
import type { Settings } from '../options';
import type { SlidingWindow } from '../rate/slidingWindow';
import type { Arrival } from './arrivals';
import type { Ledger } from './ledger';

/** Everything one emulator knows; nothing is shared between emulators. */
export interface EmulatorState {
  settings: Settings;
  ledger: Ledger;
  arrivals: Arrival[];
  faults: FaultScript;
  rate: SlidingWindow;
}
