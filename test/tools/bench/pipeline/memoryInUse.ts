/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks the engine, outside n8n */

/** Bytes that are still in use, on the heap and in typed arrays beside it; takes a whole garbage collection. */
export function memoryInUse(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('Start Node.js with --expose-gc');
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
