import type { Keys } from './keys';

/** A request of the probe, before it is signed. */
export interface ProbeRequest {
  action: string;
  /** JSON text, or what is to pass for it; undefined for a GET without a body. */
  body?: string;
  version?: string;
  /** In place of the person's own. */
  keys?: Partial<Keys>;
  /** How far the clock that it is signed with is ahead. */
  aheadMinutes?: number;
  /** Base URL in place of that of the keys. */
  base?: string;
}
