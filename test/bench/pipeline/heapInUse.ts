/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks the engine, outside n8n */

/** Bytes on the heap that are still in use; takes a whole garbage collection. */
export function heapInUse(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('Start Node.js with --expose-gc');
  gc();
  return process.memoryUsage().heapUsed;
}
