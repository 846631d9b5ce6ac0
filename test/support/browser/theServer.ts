import type { Server } from '../n8n';

/** The one n8n of all browser tests; jest's set-up and tear-down share this module. */
export const theServer: { running?: Server } = {};
