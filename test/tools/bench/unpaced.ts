import type { Environment } from '../../../nodes/VolcengineRtc/transport/environment';
import type { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { processEnvironment } from './built';

/** The process as it is, but for the pacing: who wants to send may do so at once. */
export const unpaced: Environment = {
  ...processEnvironment,
  limiterOf: () => ({ acquire: async () => ({ ended: () => {} }) }) as unknown as RateLimiter,
};
