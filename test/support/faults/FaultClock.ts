import { untilAborted } from '../../../nodes/VolcengineRtc/transport/time/untilAborted';
import { VirtualClock } from '../time/virtualClock';

/** A virtual clock for hundreds of sleepers on one signal: they do not listen to it one by one. */
export class FaultClock extends VirtualClock {
  override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await untilAborted(super.sleep(ms), signal);
  }
}
