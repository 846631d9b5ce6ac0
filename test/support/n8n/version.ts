/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
/** The n8n that runs the try-out and the end-to-end tests: one of the folders of `versions`. */
export const n8nVersion = process.env.N8N_VERSION || '2.41.1';
