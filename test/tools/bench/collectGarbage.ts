/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks the engine, outside n8n */

/** Clears away what is not in use any more. */
export function collectGarbage(): void {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('Start Node.js with --expose-gc');
  gc();
}
